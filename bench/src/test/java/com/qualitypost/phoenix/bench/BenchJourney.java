package com.qualitypost.phoenix.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.bench.result.Report;
import com.qualitypost.phoenix.bench.result.Result;
import com.qualitypost.phoenix.bench.stage.Options;
import com.qualitypost.phoenix.bench.write.CpuPerScan;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One yardstick with a tiny load against the whole system, and what is written about it. */
class BenchJourney {
    private static final Options TINY = new Options(1, 2, 500, 100, false);

    @Test
    void aYardstickIsMeasuredCheckedAndWritten(@TempDir Path results) throws IOException {
        Bench bench = new Bench(TINY, TestServers.folder("bench"), new Report(results), new Screen());

        List<Result> measured = bench.run(List.of(new CpuPerScan()));

        assertThat(measured).singleElement().satisfies(result -> {
            assertThat(result.outcome().findings()).isEmpty();
            assertThat(result.outcome().rows())
                    .allSatisfy(row -> assertThat(row.value().median()).isPositive());
            assertThat(result.outcome().rows().getFirst().cpu())
                    .containsOnlyKeys(
                            "kafka",
                            "compilers",
                            "registry",
                            "mysql-writer",
                            "mysql-reader",
                            "ingest",
                            "projections",
                            "query-api",
                            "generator");
        });
        try (var pages = Files.list(results)) {
            assertThat(pages)
                    .singleElement()
                    .satisfies(page -> assertThat(page)
                            .content()
                            .contains("## cpu-per-scan", "| binlog | bytes per scan |", "2 repeats"));
        }
        assertThat(bench.run(List.of(new CpuPerScan())))
                .as("a run that goes on")
                .isEqualTo(measured);
    }
}
