package com.qualitypost.phoenix.local.replay;

import java.nio.charset.Charset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an encoding. */
final class Encoding implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException _) {
            throw new TypeConversionException(
                    "'" + name + "' is not an encoding; use for example windows-1252, ISO-8859-1, UTF-8 or UTF-16LE");
        }
    }
}
