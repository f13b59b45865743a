package com.qualitypost.phoenix.web.answer;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Leaves out parts of Boot: its page at {@code /error}, because we answer with problems, and multipart forms, which
 * nobody here accepts and which would fail as an internal error.
 */
final class UnwantedAutoConfigurations implements AutoConfigurationImportFilter {
    private static final Set<String> CLASSES = Set.of(
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration");

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            matches[i] = name == null || !CLASSES.contains(name);
        }
        return matches;
    }
}
