package com.qualitypost.phoenix.ingest.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qualitypost.phoenix.web.json.LowerCase;
import org.jspecify.annotations.Nullable;

/**
 * What a device is told about one scan: it deletes accepted and duplicate scans, shows rejected ones and keeps the
 * rest.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemAnswer(
        int index,
        @Nullable String scanId,
        Status status,
        @Nullable String code,
        @Nullable String detail) {
    /** What becomes of it. */
    enum Status implements LowerCase {
        /** It is on Kafka, acknowledged by all in-sync replicas. */
        ACCEPTED,
        /** It repeats an accepted item of the same batch. */
        DUPLICATE,
        /** It cannot be read as a scan; sending it again will not help. */
        REJECTED,
        /** It was not acknowledged in time; send it again with the same id. */
        RETRY
    }

    static ItemAnswer of(int index, String scanId, Status status) {
        return new ItemAnswer(index, scanId, status, null, null);
    }

    static ItemAnswer rejected(int index, @Nullable String scanId, ScanReader.Read.Rejected why) {
        return new ItemAnswer(index, scanId, Status.REJECTED, why.code(), why.detail());
    }
}
