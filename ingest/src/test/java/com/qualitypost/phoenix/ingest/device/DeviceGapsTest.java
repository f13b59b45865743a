package com.qualitypost.phoenix.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.tables.Migrations;
import com.qualitypost.phoenix.web.problem.ProblemAdvice;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How gaps are reported, on real MySQL. */
@WebMvcTest(DeviceController.class)
class DeviceGapsTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private DeviceGaps gaps;

    private final JdbcClient tables = JdbcClient.create(database("migrate"));

    @TestConfiguration
    @Import(DeviceConfiguration.class)
    static class Reports {
        @Bean
        DataSource operatorNode() {
            return database("writer");
        }
    }

    @BeforeAll
    static void migrate() {
        Migrations.PHOENIX.run(database("migrate"));
    }

    @BeforeEach
    void emptyTables() {
        tables.sql("DELETE FROM device_gap").update();
        tables.sql("DELETE FROM device").update();
    }

    @Test
    void aDevicesGapsAreListed() {
        device("HH-1", 1, 20);
        gap("HH-1", 12, 12, 0);
        gap("HH-1", 3, 5, 0);
        gap("HH-2", 7, 8, 0);
        tables.sql("UPDATE device_gap SET noticed_at = '2026-11-22 09:00:00.120'")
                .update();

        assertThat(http.get().uri("/v1/devices/HH-1/gaps"))
                .hasStatus(200)
                .bodyJson()
                .isStrictlyEqualTo("""
                {"device_id": "HH-1", "first_seq": 1, "last_seq": 20, "missing": 4, "gaps": [
                  {"from": 3, "to": 5, "noticed_at": "2026-11-22T09:00:00.120Z"},
                  {"from": 12, "to": 12, "noticed_at": "2026-11-22T09:00:00.120Z"}]}""");
    }

    @Test
    void aDeviceWithoutGapsMissesNothing() {
        device("HH-1", 4711, 4711);

        assertThat(http.get().uri("/v1/devices/HH-1/gaps"))
                .hasStatus(200)
                .bodyJson()
                .isStrictlyEqualTo("""
                {"device_id": "HH-1", "first_seq": 4711, "last_seq": 4711, "missing": 0, "gaps": []}""");
    }

    @Test
    void aDeviceThatBeganToCountElsewhereHasLostNothing() {
        device("HH-1", 1, 1_000_000);
        gap("HH-1", 2, 100_002, 60);

        assertThat(http.get().uri("/v1/devices/HH-1/gaps"))
                .bodyJson()
                .extractingPath("$.missing")
                .isEqualTo(0);
        assertThat(gaps.open().gaps()).isZero();
    }

    @Test
    void aDeviceNeverHeardOfIsAProblemThatSaysSo() {
        assertThat(http.get().uri("/v1/devices/HH-9/gaps"))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .hasPathSatisfying("$.code", code -> code.assertThat().isEqualTo("unknown_device"))
                .hasPathSatisfying("$.type", type -> type.assertThat().isEqualTo("/problems/unknown_device"))
                .hasPathSatisfying(
                        "$.detail", detail -> detail.assertThat().asString().contains("HH-9", "Check the id"));
    }

    @Test
    void whileTheDatabaseIsAwayTheAnswerSaysToAskAgain() {
        assertThat(MockMvcTester.of(
                                List.of(new DeviceController(away())),
                                controllers -> controllers
                                        .setControllerAdvice(new ProblemAdvice())
                                        .build())
                        .get()
                        .uri("/v1/devices/HH-1/gaps"))
                .hasStatus(503)
                .hasHeader("Retry-After", "1")
                .bodyText()
                .contains("database_away");
    }

    @Test
    void theMetricsCountWhatIsMissingForLongerThanScansAreOnTheirWay() {
        device("HH-1", 1, 20);
        gap("HH-1", 3, 5, 31);
        gap("HH-1", 7, 7, 60);
        gap("HH-1", 9, 9, 1);
        var meters = new SimpleMeterRegistry();
        new DeviceMeters(gaps, Clock.systemUTC()).bindTo(meters);

        assertThat(meters.get("phoenix.device.gaps").gauge().value()).isEqualTo(2);
        assertThat(meters.get("phoenix.device.missing").gauge().value()).isEqualTo(4);
    }

    @Test
    void theMetricsAskTheDatabaseOnceInHalfAMinute() {
        var now = new AtomicReference<>(Instant.now());
        var meters = new SimpleMeterRegistry();
        new DeviceMeters(gaps, now::get).bindTo(meters);
        var missing = meters.get("phoenix.device.missing").gauge();
        assertThat(missing.value()).isZero();

        gap("HH-1", 3, 5, 60);
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(29)));
        assertThat(missing.value()).isZero();
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(1)));
        assertThat(missing.value()).isEqualTo(3);
    }

    @Test
    void theMetricsAreUnknownWhileTheDatabaseIsAway() {
        var meters = new SimpleMeterRegistry();
        new DeviceMeters(away(), Clock.systemUTC()).bindTo(meters);

        assertThat(meters.get("phoenix.device.gaps").gauge().value()).isNaN();
    }

    private void device(String id, long first, long last) {
        tables.sql("INSERT INTO device (device_id, first_seq, last_seq, watched_from) VALUES (?, ?, ?, 0)")
                .params(id, first, last)
                .update();
    }

    private void gap(String device, long from, long to, int secondsAgo) {
        tables.sql("INSERT INTO device_gap VALUES (?, ?, ?, UTC_TIMESTAMP(3) - INTERVAL ? SECOND)")
                .params(device, from, to, secondsAgo)
                .update();
    }

    private static DeviceGaps away() {
        return new DeviceGaps(JdbcClient.create(new DriverManagerDataSource("jdbc:mysql://127.0.0.1:1/phoenix")));
    }

    private static DataSource database(String user) {
        return new DriverManagerDataSource(
                TestServers.mysql().writerUrl("phoenix"),
                user,
                TestServers.mysql().credentials().password(user));
    }
}
