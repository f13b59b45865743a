package com.qualitypost.phoenix.query.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How the items of an answer are joined. */
enum BulkFormat {
    /** One document. */
    DOCUMENT(MediaType.APPLICATION_JSON, "{\"items\":[", ",", "]}"),
    /** One line per item. */
    LINES(MediaType.APPLICATION_NDJSON, "", "\n", "\n");

    final MediaType type;
    final String start;
    final String between;
    final String end;

    BulkFormat(MediaType type, String start, String between, String end) {
        this.type = type;
        this.start = start;
        this.between = between;
        this.end = end;
    }

    /** Lines are only for callers that name their media type. */
    static BulkFormat accepted(@Nullable String header) {
        return types(header).stream().anyMatch(LINES.type::equalsTypeAndSubtype) ? LINES : DOCUMENT;
    }

    private static List<MediaType> types(@Nullable String header) {
        try {
            return MediaType.parseMediaTypes(header);
        } catch (InvalidMediaTypeException _) {
            return List.of(); // A header that cannot be read is ignored.
        }
    }
}
