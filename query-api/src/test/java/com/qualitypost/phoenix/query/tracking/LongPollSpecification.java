package com.qualitypost.phoenix.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.query.answer.AnswerRows;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The answers to callers who want one that contains a scan, or is of a revision. */
abstract class LongPollSpecification extends LookupSpecification {
    private final String scan = UUID.randomUUID().toString();

    @Test
    void aScanThatIsVisibleIsAnsweredAtOnce() {
        readSide.accepted(parcel, scan, 3);
        given(4);

        assertThat(status("?wait=0s&after=" + scan.toUpperCase(Locale.ROOT))).isEqualTo(200);
    }

    @Test
    void aScanIsWaitedFor() throws Exception {
        CompletableFuture<Integer> status =
                CompletableFuture.supplyAsync(() -> status("?wait=10s&after=" + scan), Thread::startVirtualThread);
        readSide.accepted(parcel, scan, 1);
        readSide.parcel(parcel, 1);

        assertThat(status.get(1, TimeUnit.MINUTES)).isEqualTo(200);
    }

    @Test
    void aScanThatTheViewDoesNotContainYetIsNotYetVisible() {
        readSide.accepted(parcel, scan, 5);
        given(4);

        Seen answer = customer.asksFor(parcel, "?wait=50ms&after=" + scan).isProblem(409, "not_yet_visible");

        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Phoenix-Revision")).isEqualTo("4");
    }

    @Test
    void aScanThatNobodyKnowsIsNotYetVisible() {
        given(4);

        customer.asksFor(parcel, "?wait=0s&after=" + scan).isProblem(409, "not_yet_visible");
    }

    @Test
    void aScanInTheQuarantineIsNotWaitedFor() {
        readSide.quarantined(parcel, scan);
        given(4);

        Seen answer = customer.asksFor(parcel, "?wait=10s&after=" + scan).isProblem(409, "scan_quarantined");

        assertThat(answer.member("quarantine_reason")).isEqualTo(ReadModelFixture.QUARANTINE_REASON);
        assertThat((String) answer.member("detail")).contains("could not be judged", "waiting does not help");
        assertThat(answer.header("Retry-After")).isEmpty();
    }

    @Test
    void ofScansWithOneIdTheAcceptedOneCounts() {
        readSide.accepted(parcel, scan, 4);
        readSide.quarantined(parcel, scan);
        readSide.quarantined(parcel, scan);
        given(4);

        assertThat(status("?wait=0s&after=" + scan)).isEqualTo(200);
    }

    @Test
    void theSameIdOnAnotherParcelIsAnotherScan() {
        readSide.quarantined(TrackingNumber.ours(1), scan);
        readSide.accepted(TrackingNumber.ours(2), scan, 1);
        given(4);

        customer.asksFor(parcel, "?wait=0s&after=" + scan).isProblem(409, "not_yet_visible");
    }

    @Test
    void whatAStrangerWasRefusedUnderTheSameIdIsNotTheScanThatIsWaitedFor() {
        readSide.refusedAtTheDoor(parcel, scan);
        readSide.refusedAtTheDoor(null, scan);
        given(4);

        customer.asksFor(parcel, "?wait=0s&after=" + scan).isProblem(409, "not_yet_visible");
    }

    @Test
    void anAnswerIsNeverOlderThanTheRevisionAskedFor() {
        given(4);

        assertThat(status("?min_revision=4")).isEqualTo(200);
        customer.asksFor(parcel, "?wait=20ms&min_revision=5").isProblem(409, "not_yet_visible");
    }

    @Test
    void aScanAndARevisionCanBothBeAskedFor() {
        readSide.accepted(parcel, scan, 2);
        given(4);

        assertThat(status("?min_revision=3&after=" + scan)).isEqualTo(200);
        customer.asksFor(parcel, "?wait=0s&min_revision=5&after=" + scan).isProblem(409, "not_yet_visible");
    }

    @Test
    void everyTableIsReadByAKey() {
        String number = parcel.value();
        readSide.accepted(parcel, scan, 4);
        readSide.quarantined(parcel, scan);
        given(4);

        assertThat(readSide.accessTypes(AnswerRows.sql(1), List.of(number))).containsExactly("const", "const");
        assertThat(readSide.accessTypes(TrackingQueries.BY_NUMBER_AND_SCAN, Map.of("number", number, "scan", scan)))
                .containsExactly("const", "const", "const", "ref");
    }

    private int status(String query) {
        return customer.asksFor(parcel, query).status();
    }
}
