package com.qualitypost.phoenix.ingest.scan;

/**
 * The JSON of one scan, where it stands in its batch.
 *
 * @param json the batch; not copied
 */
record RawScan(byte[] json, int from, int length) {

    /** One that stands alone. */
    static RawScan of(byte[] json) {
        return new RawScan(json, 0, json.length);
    }

    boolean isObject() {
        return length > 0 && json[from] == '{';
    }
}
