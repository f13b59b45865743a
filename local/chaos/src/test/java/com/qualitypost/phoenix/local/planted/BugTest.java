package com.qualitypost.phoenix.local.planted;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.stack.Repository;
import java.nio.file.Path;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each bug still has its place in the compiled product or in what applications share; {@link PlantedJourney} plants it
 * there.
 */
class BugTest {
    @ParameterizedTest
    @EnumSource
    void theMethodsThatABugSpoilsExist(Bug bug) throws Exception {
        try (var locator =
                new ClassFileLocator.Compound(classes(bug.application()), classes("schemas"), classes("web"))) {
            TypePool types = TypePool.Default.of(locator);
            for (Change change : bug.changes()) {
                assertThat(change.obstacle(types.describe(change.type()).resolve()))
                        .isEmpty();
            }
        }
    }

    private static ClassFileLocator classes(String module) {
        Path classes = Repository.root().resolve(module).resolve("target/classes");
        return new ClassFileLocator.ForFolder(classes.toFile());
    }
}
