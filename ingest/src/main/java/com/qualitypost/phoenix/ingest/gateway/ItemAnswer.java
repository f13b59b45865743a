package com.qualitypost.phoenix.ingest.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What a device is told about one scan. It deletes accepted and duplicate ones, shows rejected ones, keeps the rest. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemAnswer(
        int index,
        @Nullable String scanId,
        Status status,
        @Nullable String code,
        @Nullable String detail) {

    /** Lower case on the wire. */
    enum Status {
        /** On Kafka, acknowledged by all in-sync replicas. */
        accepted,
        /** Repeats an accepted item of the same batch. */
        duplicate,
        /** No scan can be read from it; sending it again will not help. */
        rejected,
        /** Not acknowledged in time; send it again with the same id. */
        retry
    }

    static ItemAnswer of(int index, String scanId, Status status) {
        return new ItemAnswer(index, scanId, status, null, null);
    }

    static ItemAnswer rejected(int index, @Nullable String scanId, ScanReader.Read.Rejected why) {
        return new ItemAnswer(index, scanId, Status.rejected, why.code(), why.detail());
    }
}
