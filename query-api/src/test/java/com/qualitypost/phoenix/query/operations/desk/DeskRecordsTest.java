package com.qualitypost.phoenix.query.operations.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is kept of notes and looks, asked with the query API's own rights. */
class DeskRecordsTest {
    private static final Mysql MYSQL = TestServers.mysql();
    private static final ReadModelFixture READ_SIDE =
            new ReadModelFixture(MYSQL.writerUrl("phoenix"), MYSQL.writerUrl("phoenix_read"), MYSQL.credentials());

    private final JdbcClient node = JdbcClient.create(new DriverManagerDataSource(
            MYSQL.writerUrl("phoenix_read"), "query", MYSQL.credentials().password("query")));
    private final TrackingNumber parcel =
            TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000));
    private final String fact = UUID.randomUUID().toString();

    @Test
    void theNewestNoteComesFirstAndTheRestIsCut() {
        for (int i = 0; i < DeskRecords.MOST_NOTES + 1; i++) {
            READ_SIDE.noted(parcel, UUID.randomUUID().toString(), "note " + i, null, 200 - i);
        }

        DeskRecords records = DeskRecords.read(node, parcel);

        assertThat(records.notes()).hasSize(DeskRecords.MOST_NOTES);
        assertThat(records.notes().getFirst().text()).isEqualTo("note " + DeskRecords.MOST_NOTES);
        assertThat(records.isCut()).isTrue();
    }

    @Test
    void aCorrectionIsAFactOnceItsScanIsAmongThem() {
        String correction = UUID.randomUUID().toString();
        READ_SIDE.noted(parcel, correction, "wrong door", fact, 0);
        assertThat(DeskRecords.read(node, parcel).notes())
                .extracting(Note::isFact)
                .containsExactly(false);
        assertThat(DeskRecords.read(node, parcel).about(fact)).isEmpty();

        READ_SIDE.accepted(parcel, correction, 2);

        DeskRecords records = DeskRecords.read(node, parcel);
        assertThat(records.notes()).extracting(Note::isFact).containsExactly(true);
        assertThat(records.about(fact)).isEqualTo(records.notes());
        assertThat(records.about(correction)).isEqualTo(records.notes());
    }

    @Test
    void aNoteIsNotAFactThoughItsIdIsAFacts() {
        READ_SIDE.accepted(parcel, fact, 1);
        READ_SIDE.noted(parcel, fact, "called the customer", null, 0);

        assertThat(DeskRecords.read(node, parcel).about(fact)).isEmpty();
    }

    @Test
    void theLastTwentyLooksAreRead() {
        for (int i = 0; i < 21; i++) {
            look(i == 20 ? null : "Ana");
        }

        assertThat(DeskRecords.read(node, parcel).looks())
                .hasSize(20)
                .extracting(Look::by)
                .containsOnly("Ana", null);
    }

    @Test
    void aParcelHasOnlySoManyNotes() {
        READ_SIDE.notedOften(parcel, Desk.MOST_NOTES - 1);

        assertThat(write("one more")).isOne();
        assertThat(write("one too many")).isZero();
        assertThat(READ_SIDE.count("phoenix.operator_note WHERE tracking_number = ?", parcel.value()))
                .isEqualTo(Desk.MOST_NOTES);
    }

    @Test
    void whatIsOldIsDeletedAndTheRestStays() {
        READ_SIDE.noted(parcel, UUID.randomUUID().toString(), "old", null, 24 * 60 * 60 + 60);
        READ_SIDE.noted(parcel, UUID.randomUUID().toString(), "of today", null, 24 * 60 * 60 - 60);
        look("Ana");

        for (String statement : List.of(DeskCleanup.NOTES, DeskCleanup.LOOKS)) {
            node.sql(statement)
                    .param("seconds", 24 * 60 * 60)
                    .param("limit", 100_000)
                    .update();
        }

        assertThat(DeskRecords.read(node, parcel).notes())
                .extracting(Note::text)
                .containsExactly("of today");
        assertThat(DeskRecords.read(node, parcel).looks()).hasSize(1);
    }

    @Test
    void onlyTheParcelsOwnRowsAreReadAndNoneIsSorted() {
        READ_SIDE.notedOften(TrackingNumber.ours(98_000_002), 900);
        Map<String, String> number = Map.of("number", parcel.value());

        assertThat(READ_SIDE.accessTypes(DeskRecords.NOTES, number)).containsExactly("ref", "eq_ref");
        assertThat(READ_SIDE.plan(DeskRecords.NOTES, number)).doesNotContain("Sort");
        assertThat(READ_SIDE.accessTypes(DeskRecords.LOOKS, number)).containsExactly("ref");
        assertThat(READ_SIDE.plan(DeskRecords.LOOKS, number)).doesNotContain("Sort");
    }

    private void look(@Nullable String by) {
        node.sql(Desk.LOOK).param("number", parcel.value()).param("by", by).update();
    }

    private int write(String text) {
        return node.sql(Desk.WRITE)
                .param("number", parcel.value())
                .param("id", UUID.randomUUID().toString())
                .param("by", "Ana")
                .param("text", text)
                .param("corrects", null)
                .update();
    }
}
