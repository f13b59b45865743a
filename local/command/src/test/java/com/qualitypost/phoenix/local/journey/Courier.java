package com.qualitypost.phoenix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.client.DeviceBatch;
import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.ScanClient;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person with a handheld, and one parcel. */
public final class Courier {
    private static final ScanClient GATEWAY =
            new ScanClient(RunningSystem.addresses().ingest());

    private final Life life;
    private final String number;

    public Courier(String number) {
        this.number = number;
        this.life = new Life();
    }

    /** Scans an hour after the last scan, and returns the new one's id. */
    public UUID scans(Kind kind) {
        return scans(kind, "attributes", Map.of());
    }

    /** Scans with one additional field. */
    public UUID scans(Kind kind, String name, Object detail) {
        Scan scan = life.next(kind).with(name, detail);
        reports(List.of(scan));
        return scan.scanId();
    }

    /** Sends scans in one batch, for this parcel whatever number they were made for. */
    void reports(List<Scan> scans) {
        List<Scan> ofThisParcel =
                scans.stream().map(scan -> scan.withNumber(number)).toList();
        var receipt = GATEWAY.send(new DeviceBatch("H-017", OffsetDateTime.now(), null, "HANDHELD", ofThisParcel));
        assertThat(receipt.rejections()).isEmpty();
        assertThat(receipt.accepted().size() + receipt.duplicates()).isEqualTo(scans.size());
    }
}
