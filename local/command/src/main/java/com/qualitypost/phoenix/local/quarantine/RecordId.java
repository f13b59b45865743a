package com.qualitypost.phoenix.local.quarantine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The id of a quarantined record, such as {@code scans-3-1234}. */
record RecordId(String topic, String partition, String offset) {
    @Override
    public String toString() {
        return topic + "-" + partition + "-" + offset;
    }

    /** Reads an id from the command line. */
    static final class Named implements ITypeConverter<RecordId> {
        private static final Pattern TEXT = Pattern.compile("([\\w.-]+)-(\\d+)-(\\d+)");

        @Override
        public RecordId convert(String text) {
            Matcher parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw new TypeConversionException("'" + text + "' is not an id such as scans-3-1234");
            }
            return new RecordId(parts.group(1), parts.group(2), parts.group(3));
        }
    }
}
