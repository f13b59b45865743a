package com.qualitypost.phoenix.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.vocabulary.ScanId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayOrderTest {
    private static final UUID NAMESPACE = new UUID(0, 0);

    private final List<FileScan> scans = IntStream.range(0, 50)
            .mapToObj(i -> new FileScan(
                    i + 2,
                    Scan.of(
                            ScanId.v5(NAMESPACE, "scan " + i),
                            "PQ000000015MX",
                            "ARRIVED",
                            OffsetDateTime.parse("2026-11-22T09:00:00Z").minusHours(i / 2))))
            .toList();

    @Test
    void theFilesOrderIsLeftAsItIs() {
        assertThat(ReplayOrder.FILE.of(scans, 1)).isEqualTo(scans);
    }

    @Test
    void scansOfOneMomentKeepTheFilesOrderWhenSortedByTime() {
        assertThat(ReplayOrder.TIME.of(scans, 1))
                .startsWith(scans.get(48), scans.get(49), scans.get(46), scans.get(47));
    }

    @Test
    void aSeedShufflesTheSameWayEachTime() {
        List<FileScan> shuffled = ReplayOrder.SHUFFLED.of(scans, 7);

        assertThat(shuffled)
                .isEqualTo(ReplayOrder.SHUFFLED.of(scans, 7))
                .isNotEqualTo(ReplayOrder.SHUFFLED.of(scans, 8))
                .containsExactlyInAnyOrderElementsOf(scans);
    }
}
