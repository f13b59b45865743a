package com.qualitypost.phoenix.local.replay;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which columns a file may have. */
enum Profile {
    /** Recognised by the header. */
    HEADER(new OwnColumns(), new PostalColumns()),
    /** Events of international mail, with a code that the header does not reveal. */
    UPU_EMS(new UpuColumns());

    private final List<Columns> columns;

    Profile(Columns... columns) {
        this.columns = List.of(columns);
    }

    List<Columns> columns() {
        return columns;
    }

    /** The names used on the command line. */
    static final class Named implements ITypeConverter<Profile> {
        @Override
        public Profile convert(String name) {
            try {
                return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException("'" + name + "' is not header or upu-ems");
            }
        }
    }
}
