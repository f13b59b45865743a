package com.qualitypost.phoenix.ingest.json;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Names the place in a body where something is wrong, such as {@code filter.reason}. */
public final class JsonPath {
    private static final int LONGEST_NAME = 64;

    private JsonPath() {}

    /** Empty if it is the body itself. */
    public static String of(JacksonException mistake) {
        return mistake.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : cut(step.getPropertyName()))
                .collect(Collectors.joining("."));
    }

    /** Shortens a name so that it can be repeated to its sender. */
    public static String cut(String name) {
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
