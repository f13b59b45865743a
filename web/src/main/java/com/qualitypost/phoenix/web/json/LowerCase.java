package com.qualitypost.phoenix.web.json;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** An enum whose names are in lower case wherever they leave Java: in JSON, columns, templates and style sheets. */
public interface LowerCase {
    String name();

    @JsonValue
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
