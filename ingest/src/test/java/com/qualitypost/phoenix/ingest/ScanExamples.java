package com.qualitypost.phoenix.ingest;

import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.Source;
import com.qualitypost.phoenix.schemas.TimeQuality;
import com.qualitypost.phoenix.topic.TrustedRecords;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.time.Instant;
import java.util.UUID;

/** Scans as they are on Kafka. */
public final class ScanExamples {
    static {
        TrustedRecords.establish();
    }

    private ScanExamples() {}

    public static Scan scan(String number, Kind kind, String time) {
        return scan(number, UUID.randomUUID(), kind.name(), time);
    }

    public static Scan scan(String number, UUID id, String kind, String time) {
        Instant at = Instant.parse("2026-11-22T" + time + ":00Z");
        return Scan.newBuilder()
                .setScanId(id)
                .setTrackingNumber(number)
                .setKind(kind)
                .setOccurredAt(at)
                .setOffsetMinutes(-360)
                .setCorrectedAt(at)
                .setReceivedAt(Instant.parse("2026-11-22T23:00:00Z"))
                .setTimeQuality(TimeQuality.SYNCED)
                .setSource(Source.HANDHELD)
                .build();
    }
}
