package com.qualitypost.phoenix.servers.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Skips a test on containers where there is no container engine, and says which test runs instead. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DockerCondition.class)
public @interface EnabledIfDocker {
    /** The twin of this test that needs no containers. */
    Class<?> insteadRuns();
}
