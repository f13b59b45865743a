package com.qualitypost.phoenix.query.page;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The catalogue {@code page_*.properties} in one language. */
record Messages(MessageSource catalogue, Locale locale) {
    String of(String key, Object... values) {
        return catalogue.getMessage(key, values, locale);
    }
}
