package com.qualitypost.phoenix.local.backup.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists what a backup contains; it is in the backup's folder in plain text and contains no secrets.
 *
 * @param asOf the time of the database's state, by its own clock
 * @param server MySQL's {@code server_uuid} of the writer
 * @param gtidExecuted every transaction that it contains
 * @param binlog the file and position from which later transactions follow
 * @param topicEnds the ends of each topic's partitions shortly before: what was acknowledged by then is before them
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
    /** A position in the binlog of a server. */
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

    /**
     * One file in a backup, as its manifest lists it.
     *
     * @param name its path in the backup, without the suffix of sealed files
     * @param size in bytes
     * @param storedSize in bytes, compressed and sealed
     * @param sha256 of the file itself, hexadecimal
     */
    public record StoredFile(String name, long size, long storedSize, String sha256) {}
}
