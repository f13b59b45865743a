package com.qualitypost.phoenix.ingest.wire;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;

/**
 * Turns an Avro record into nested maps, sorted and without absent values, so that a field added later changes nothing.
 */
public final class AvroMaps {
    private AvroMaps() {}

    public static SortedMap<String, Object> of(IndexedRecord record) {
        SortedMap<String, Object> said = new TreeMap<>();
        for (Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                said.put(field.name(), plain(value));
            }
        }
        return said;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case IndexedRecord record -> of(record);
            case Map<?, ?> map -> new TreeMap<>(map);
            case Enum<?> symbol -> symbol.name();
            default -> value;
        };
    }
}
