package com.qualitypost.phoenix.local.screen;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of things: at least one, and not more than this machine can hold. */
public final class Positive implements ITypeConverter<Integer> {
    private static final int MOST = 100_000;

    @Override
    public Integer convert(String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        throw new TypeConversionException("'%s' is not a whole number from 1 to %d".formatted(value, MOST));
    }
}
