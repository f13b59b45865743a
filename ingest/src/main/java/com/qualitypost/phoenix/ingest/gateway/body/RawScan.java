package com.qualitypost.phoenix.ingest.gateway.body;

/**
 * The JSON of one scan, as a part of its batch.
 *
 * @param json the batch; not copied
 */
public record RawScan(byte[] json, int from, int length) {
    /** A scan outside of any batch. */
    public static RawScan of(byte[] json) {
        return new RawScan(json, 0, json.length);
    }

    public boolean isObject() {
        return length > 0 && json[from] == '{';
    }
}
