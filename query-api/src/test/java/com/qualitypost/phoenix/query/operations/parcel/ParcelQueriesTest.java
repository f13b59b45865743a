package com.qualitypost.phoenix.query.operations.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.query.operations.parcel.ParcelHistory.RefusedScan;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is known of one parcel, asked with the query API's own rights. */
class ParcelQueriesTest {
    private static final Mysql MYSQL = TestServers.mysql();
    private static final ReadModelFixture READ_SIDE =
            new ReadModelFixture(MYSQL.writerUrl("phoenix"), MYSQL.writerUrl("phoenix_read"), MYSQL.credentials());

    private final JdbcClient node = JdbcClient.create(new DriverManagerDataSource(
            MYSQL.writerUrl("phoenix_read"), "query", MYSQL.credentials().password("query")));
    private final TrackingNumber parcel =
            TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000));

    @Test
    void ofAParcelThatNobodyKnowsThereIsNothing() {
        ParcelHistory history = history();

        assertThat(history.status()).isNull();
        assertThat(history.decisive()).isNull();
        assertThat(history.facts()).isEmpty();
        assertThat(history.refused()).isEmpty();
    }

    @Test
    void theFactThatCameLastAndChangedTheStatusIsWhyItIsSo() {
        String moved = fact(7, "MOVED");
        fact(5, "FLAGGED");
        fact(9, "LATE");
        READ_SIDE.listed("M-1", parcel, 5, "");

        ParcelHistory history = history();

        assertThat(history.facts()).hasSize(3);
        assertThat(history.decisive().scanId()).isEqualTo(moved);
        assertThat(history.decisive().outcome()).isEqualTo(EventOutcome.MOVED);
        assertThat(history.isFoldedAgain()).isFalse();
    }

    @Test
    void aStatusThatNoFactGaveComesFromFoldingTheFactsAgain() {
        fact(1, "MOVED");
        READ_SIDE.listed("M-1", parcel, 5, ", status = 'ON_HOLD'");

        assertThat(history().isFoldedAgain()).isTrue();
    }

    @Test
    void whatWasRefusedUnderItsNumberIsShown() {
        String scan = UUID.randomUUID().toString();
        READ_SIDE.quarantined(parcel, scan);

        assertThat(history().refused()).extracting(RefusedScan::scanId).containsExactly(scan);
    }

    @Test
    void aPageEndsAfterAHundredFactsAndTheNextOneGoesOn() {
        READ_SIDE.receivedOften(parcel, 101, "D-1");

        assertThat(history().facts()).hasSize(100);
        assertThat(history().isMore()).isTrue();
        assertThat(ParcelQueries.read(node, parcel, 2).facts()).hasSize(1);
    }

    @Test
    void onlyTheParcelsOwnRowsAreRead() {
        READ_SIDE.receivedOften(TrackingNumber.ours(98_000_001), 5_000, "D-1");
        READ_SIDE.whileFlooded(5_000, "flood_" + UUID.randomUUID(), () -> {
            Map<String, String> number = Map.of("number", parcel.value());
            assertThat(READ_SIDE.accessTypes(
                            ParcelQueries.FACTS, Map.of("number", parcel.value(), "limit", 101, "offset", 0)))
                    .containsExactly("ref");
            assertThat(READ_SIDE.accessTypes(ParcelQueries.DECISIVE, number)).containsExactly("ref");
            assertThat(READ_SIDE.accessTypes(ParcelQueries.REFUSED, number)).containsExactly("ref");
            assertThat(READ_SIDE.plan(ParcelQueries.REFUSED, number)).doesNotContain("Sort");
        });
    }

    private String fact(long revision, String outcome) {
        String scan = UUID.randomUUID().toString();
        READ_SIDE.received(parcel, scan, "D-1", outcome, Duration.ofMinutes(revision));
        READ_SIDE.revised(scan, revision);
        return scan;
    }

    private ParcelHistory history() {
        return ParcelQueries.read(node, parcel, 1);
    }
}
