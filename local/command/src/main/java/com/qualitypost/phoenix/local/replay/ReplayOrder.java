package com.qualitypost.phoenix.local.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The order in which the rows of a file are sent. It makes no difference to the answers. */
enum ReplayOrder {
    FILE,
    TIME,
    SHUFFLED;

    /** The names used on the command line. */
    static final class Named implements ITypeConverter<ReplayOrder> {
        @Override
        public ReplayOrder convert(String name) {
            try {
                return valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException("'" + name + "' is not file, time or shuffled");
            }
        }
    }

    List<FileScan> of(List<FileScan> scans, long seed) {
        List<FileScan> ordered = new ArrayList<>(scans);
        switch (this) {
            case FILE -> {}
            case TIME ->
                ordered.sort(
                        Comparator.comparing(read -> read.scan().occurredAt().toInstant()));
            case SHUFFLED -> Collections.shuffle(ordered, new Random(seed));
        }
        return ordered;
    }
}
