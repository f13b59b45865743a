package com.qualitypost.phoenix.ingest.table.row;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes the column {@code record_headers}. */
public final class KeptHeaders {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Map<String, @Nullable String>>> ROWS = new TypeReference<>() {};

    private KeptHeaders() {}

    public static List<Header> read(byte @Nullable [] json) {
        Stream<Map<String, @Nullable String>> rows =
                json == null ? Stream.empty() : JSON.readValue(json, ROWS).stream();
        return rows.map(row -> header(String.valueOf(row.get("key")), row.get("value")))
                .toList();
    }

    private static Header header(String key, @Nullable String value) {
        return new RecordHeader(key, value == null ? null : Base64.getDecoder().decode(value));
    }
}
