package com.qualitypost.phoenix.local.replay;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which columns a file may have. */
enum Profile {
    /** Those that its header tells. */
    HEADER(new OwnColumns(), new PostalColumns()),
    /** Events of international post, told by a code that the header cannot tell from others. */
    UPU_EMS(new UpuColumns());

    private final List<Columns> columns;

    Profile(Columns... columns) {
        this.columns = List.of(columns);
    }

    List<Columns> columns() {
        return columns;
    }

    /** As it is written on the command line. */
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
