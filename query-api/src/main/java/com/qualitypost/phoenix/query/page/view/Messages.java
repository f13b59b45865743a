package com.qualitypost.phoenix.query.page.view;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The catalogue {@code page_*.properties} in one language. */
public record Messages(MessageSource catalogue, Locale locale) {
    public String of(String key, Object... values) {
        return catalogue.getMessage(key, values, locale);
    }
}
