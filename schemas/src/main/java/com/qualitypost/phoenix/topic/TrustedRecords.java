package com.qualitypost.phoenix.topic;

import com.qualitypost.phoenix.schemas.Scan;
import org.apache.avro.util.ClassSecurityValidator;

/** Tells Avro, which loads classes that schemas name, that ours may be loaded. */
public final class TrustedRecords {
    private static final String PACKAGE = Scan.class.getPackageName();

    private TrustedRecords() {}

    /** Has to be called before the first record is built, read or written; may be repeated. */
    public static void establish() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, type -> type.getPackageName().equals(PACKAGE)));
    }
}
