package com.qualitypost.phoenix.ingest.table.row;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a merchant's own references as JSON for the column {@code shipment.ticket_references}. */
final class ReferencesJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ReferencesJson() {}

    static @Nullable String of(Map<String, String> references) {
        return references.isEmpty() ? null : JSON.writeValueAsString(new TreeMap<>(references));
    }
}
