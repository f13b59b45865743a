package com.qualitypost.phoenix.ingest.json;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Where in a body something is wrong, such as {@code filter.reason}. */
public final class JsonPath {

    private static final int LONGEST_NAME = 64;

    private JsonPath() {}

    /** Empty, where it is the body itself. */
    public static String of(JacksonException mistake) {
        return mistake.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : cut(step.getPropertyName()))
                .collect(Collectors.joining("."));
    }

    /** A name as it can be repeated to whoever sent it. */
    public static String cut(String name) {
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
