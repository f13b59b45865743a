package com.qualitypost.phoenix.query.operations.desk;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where corrections are reported, and how long operators' names are kept.
 *
 * @param gateway an address of ingest's gateway, such as {@code http://127.0.0.1:8081}
 * @param notesKeptFor including those that explain a correction
 * @param looksKeptFor who looked at which parcel
 */
@Validated
@ConfigurationProperties("phoenix.query.desk")
record DeskSettings(
        @NotNull URI gateway,
        @NotNull Duration notesKeptFor,
        @NotNull Duration looksKeptFor) {

    @AssertTrue(
            message =
                    "gateway must begin with http:// or https://, notes-kept-for and looks-kept-for must be at least a day")
    boolean isPossible() {
        return ("http".equals(gateway.getScheme()) || "https".equals(gateway.getScheme()))
                && gateway.getHost() != null
                && notesKeptFor.toDays() > 0
                && looksKeptFor.toDays() > 0;
    }
}
