package com.qualitypost.phoenix.web.answer;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Leaves out what Boot would add: its page at {@code /error}, where we have problems of our own, and the reading of forms in
 * several parts, which nobody here takes and which fails as a mistake of ours.
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
