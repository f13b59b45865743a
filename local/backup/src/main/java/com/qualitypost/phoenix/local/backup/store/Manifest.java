package com.qualitypost.phoenix.local.backup.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds; it stands beside it for everybody to read, and holds no secrets.
 *
 * @param asOf the database is as it was then, by its own clock
 * @param server MySQL's {@code server_uuid} of the writer
 * @param gtidExecuted every transaction that is in it
 * @param binlog the file and position from which later transactions follow
 * @param topicEnds the end of each topic's partitions shortly before: what was acknowledged by then stands before it
 * @param software versions
 */
public record Manifest(
        String id,
        Instant asOf,
        String server,
        String gtidExecuted,
        BinlogPosition binlog,
        Map<String, Map<Integer, Long>> topicEnds,
        Map<String, String> software,
        List<StoredFile> files) {

    /** A place in the binlog of a server. */
    public record BinlogPosition(String file, long position) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Manifest parse(String json) {
        return JSON.readValue(json, Manifest.class);
    }

    public long storedSize() {
        return files.stream().mapToLong(StoredFile::storedSize).sum();
    }

    public long size() {
        return files.stream().mapToLong(StoredFile::size).sum();
    }
}
