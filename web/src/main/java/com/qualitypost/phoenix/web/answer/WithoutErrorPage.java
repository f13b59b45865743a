package com.qualitypost.phoenix.web.answer;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Leaves out Boot's page at {@code /error}: it would answer where we have problems of our own. */
final class WithoutErrorPage implements AutoConfigurationImportFilter {
    private static final String ERROR_PAGE =
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration";

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            matches[i] = !ERROR_PAGE.equals(classes[i]);
        }
        return matches;
    }
}
