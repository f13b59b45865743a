package com.qualitypost.phoenix.query.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.operations.Trends.Age;
import com.qualitypost.phoenix.query.operations.Trends.Deliveries;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the charts count, asked with the query API's own rights; other tests' parcels are in the same tables. */
class TrendQueriesTest {
    private static final Mysql MYSQL = TestServers.mysql();
    private static final ReadModelFixture READ_SIDE =
            new ReadModelFixture(MYSQL.writerUrl("phoenix"), MYSQL.writerUrl("phoenix_read"), MYSQL.credentials());

    private final JdbcClient node = JdbcClient.create(new DriverManagerDataSource(
            MYSQL.writerUrl("phoenix_read"), "query", MYSQL.credentials().password("query")));
    private final TrackingNumber parcel =
            TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000));
    private final String depot = "D-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void factsOfAllDepotsAreAddedUpByHourForTwoDaysAndTheRunningHour() {
        long before = facts();
        for (int hours : new int[] {0, 1, 1, 25, 48}) {
            READ_SIDE.received(parcel, UUID.randomUUID().toString(), depot, "MOVED", Duration.ofHours(hours));
        }
        READ_SIDE.received(parcel, UUID.randomUUID().toString(), depot, "MOVED", Duration.ofHours(49));

        assertThat(facts() - before).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 0, 0", "0, 1, 0, 0", "1, 0, 1, 0", ", 0, 0, 1"})
    void aDeliveryIsInTimeUpToTheEndOfItsPromise(
            @Nullable Integer tooLateBySeconds, long inTime, long late, long unpromised) {
        Deliveries before = today();
        delivered("UTC_TIMESTAMP(3)", tooLateBySeconds);

        Deliveries after = today();

        assertThat(after.inTime() - before.inTime()).isEqualTo(inTime);
        assertThat(after.late() - before.late()).isEqualTo(late);
        assertThat(after.unpromised() - before.unpromised()).isEqualTo(unpromised);
    }

    @Test
    void deliveriesOfAWeekAreCountedAndOthersAreNot() {
        long before = deliveries();
        delivered("UTC_DATE() - INTERVAL 6 DAY", 0);
        assertThat(deliveries()).isEqualTo(before + 1);

        for (String day :
                new String[] {"UTC_DATE() - INTERVAL 6 DAY - INTERVAL 1 SECOND", "UTC_DATE() + INTERVAL 1 DAY"}) {
            READ_SIDE.listed(
                    "M-1",
                    TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000)),
                    5,
                    ", status = 'DELIVERED', status_since = " + day);
        }
        assertThat(deliveries()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "25, ONE",
        "47, ONE",
        "49, TWO",
        "73, THREE",
        "121, FIVE",
        "169, WEEK",
        "337, FORTNIGHT",
        "9999, FORTNIGHT"
    })
    void whatIsStuckIsCountedByItsAge(int hours, Age age) {
        long before = stuck(age);

        READ_SIDE.listed("M-1", parcel, 5, """
                , depot = '%s', last_at = UTC_TIMESTAMP(3) - INTERVAL %d HOUR""".formatted(depot, hours));

        assertThat(stuck(age)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23", "48, depot = NULL", "48, status = 'DELIVERED'"})
    void whatIsNotStuckHasNoAge(String hoursAndColumns) {
        String[] parts = hoursAndColumns.split(",", 2);
        long before = stuck();

        READ_SIDE.listed("M-1", parcel, 5, """
                , depot = '%s', last_at = UTC_TIMESTAMP(3) - INTERVAL %s HOUR%s""".formatted(depot, parts[0], parts.length == 1 ? "" : "," + parts[1]));

        assertThat(stuck()).isEqualTo(before);
    }

    /** Neither a whole table nor a whole index: only the days, and the statuses, that are drawn. */
    @Test
    void everyCountReadsARangeOfOneIndexAndNoRow() {
        READ_SIDE.whileFlooded(
                20_000,
                "flood_" + UUID.randomUUID(),
                () -> assertThat(READ_SIDE.accessTypes(TrendQueries.FACTS, Map.of()))
                        .isNotEmpty()
                        .doesNotContain("ALL", "index"));
        READ_SIDE.whileListed(20_000, () -> {
            for (String sql : List.of(TrendQueries.DELIVERIES, TrendQueries.AGES)) {
                assertThat(READ_SIDE.accessTypes(sql, Map.of())).as(sql).containsExactly("range");
                assertThat(READ_SIDE.plan(sql, Map.of())).contains("Covering index range scan");
            }
        });
    }

    private Trends trends() {
        return TrendQueries.read(node);
    }

    private long facts() {
        return trends().facts().values().stream().mapToLong(Long::longValue).sum();
    }

    private long deliveries() {
        return trends().deliveries().stream().mapToLong(Deliveries::all).sum();
    }

    private Deliveries today() {
        LocalDate today = Freshness.of(node).now().toLocalDate();
        return trends().deliveries().stream()
                .filter(day -> day.day().equals(today))
                .findFirst()
                .orElse(Deliveries.none(today));
    }

    private long stuck(Age age) {
        return trends().ages().getOrDefault(age, 0L);
    }

    private long stuck() {
        return trends().ages().values().stream().mapToLong(Long::longValue).sum();
    }

    private void delivered(String since, @Nullable Integer tooLateBySeconds) {
        READ_SIDE.listed("M-1", parcel, 5, """
                , status = 'DELIVERED', status_since = %1$s, promised_until = %1$s - INTERVAL %2$s SECOND""".formatted(
                        since, tooLateBySeconds == null ? "NULL" : tooLateBySeconds.toString()));
    }
}
