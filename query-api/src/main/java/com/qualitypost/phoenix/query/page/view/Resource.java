package com.qualitypost.phoenix.query.page.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Reads the small tables that belong to the page. */
final class Resource {
    private static final String COMMENT = "#";

    private Resource() {}

    /** The lines that are not comments. */
    static Stream<String> lines(String path) {
        try (InputStream in = Resource.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path);
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith(COMMENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
