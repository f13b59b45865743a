package com.qualitypost.phoenix.ingest.table;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Another process has written these records, or an earlier commit of ours succeeded after all: read the offsets again.
 */
class OffsetConflictException extends RuntimeException {
    OffsetConflictException(TopicPartition partition, long expected, @Nullable Long stored) {
        super("%s is written up to %s, not %d".formatted(partition, stored, expected));
    }
}
