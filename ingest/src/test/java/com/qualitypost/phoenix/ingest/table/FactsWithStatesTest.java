package com.qualitypost.phoenix.ingest.table;

import static com.qualitypost.phoenix.ingest.ScanExamples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.ingest.table.row.Content;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.schemas.ShipmentStatus;
import com.qualitypost.phoenix.topic.TrustedRecords;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FactsWithStatesTest {
    private static final String EVENTS = "shipment-events";
    private static final String STATES = "shipment-states";
    private static final TopicPartition WAITS = new TopicPartition(EVENTS, 0);

    private final Map<String, Revision> tables = new HashMap<>();
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final FactsWithStates facts = new FactsWithStates(EVENTS, this::written, () -> now);
    private long offset;

    static {
        TrustedRecords.establish();
    }

    @Test
    void aFactAndItsStateAreWrittenTogetherAndTheStateFirst() {
        Content fact = fact("A", 1);
        Content state = state("A", 1);

        assertThat(complete(fact, state)).containsExactly(state, fact);
        assertThat(facts.waiting()).isEmpty();
    }

    @Test
    void aFactWaitsForItsStateAndItsPartitionIsReadNoFurther() {
        Content fact = fact("A", 1);
        Content state = state("A", 1);

        assertThat(complete(fact)).isEmpty();
        assertThat(facts.waiting()).containsExactly(WAITS);
        assertThat(complete(state)).containsExactly(state, fact);
        assertThat(facts.waiting()).isEmpty();
    }

    @Test
    void aStateThatIsInTheTablesAlreadyIsEnough() {
        tables.put("A", new Revision(1, 2));
        Content fact = fact("A", 1);

        assertThat(complete(fact)).containsExactly(fact);
    }

    @Test
    void theStateOfAnEarlierFactIsNotEnough() {
        tables.put("A", new Revision(1, 1));

        assertThat(complete(fact("A", 2))).isEmpty();
    }

    @Test
    void whatStandsBehindAWaitingFactWaitsWithItAndNobodyElseDoes() {
        Content before = fact("A", 1);
        Content state = state("A", 1);
        Content first = fact("B", 1);
        Content second = fact("A", 2);
        Content elsewhere = new Content(record(EVENTS, 1), event("C", 1, Kind.ARRIVED));
        tables.put("C", new Revision(1, 1));

        assertThat(complete(before, first, second, state, elsewhere))
                .containsExactlyInAnyOrder(state, before, elsewhere);
        assertThat(complete(state("B", 1))).last().isEqualTo(first);
        assertThat(complete(state("A", 2))).last().isEqualTo(second);
    }

    @Test
    void aFactWhoseStateWasReplacedByALaterOneHasAState() {
        Content fact = fact("A", 1);
        Content later = state("A", 7);

        assertThat(complete(fact, later)).containsExactly(later, fact);
    }

    @Test
    void aStateThatWasPassedIsNotWaitedFor() {
        Content poisoned = fact("A", 1);
        Content next = fact("B", 1);
        Content state = state("B", 1);

        assertThat(complete(poisoned, next)).isEmpty();
        assertThat(complete(state)).containsExactly(state, poisoned, next);
    }

    @Test
    void aStateThatNeverComesIsWaitedForForALimitedTime() {
        Content fact = fact("A", 1);

        assertThat(complete(fact)).isEmpty();
        now = now.plus(FactsWithStates.LIMIT);
        assertThat(complete()).isEmpty();
        now = now.plus(Duration.ofMillis(1));
        assertThat(complete()).containsExactly(fact);
        assertThat(facts.waiting()).isEmpty();
    }

    @Test
    void aPositionLeadsToNoState() {
        Content position = new Content(record(EVENTS, 0), event("A", 0, Kind.POSITION));

        assertThat(complete(position)).containsExactly(position);
    }

    @Test
    void whatNoTableCanHoldIsNotAskedFor() {
        Content odd = fact("Ñ", 1);

        assertThat(complete(odd)).containsExactly(odd);
    }

    @Test
    void whatIsNoFactIsWrittenAtOnce() {
        Content refused = new Content(
                record("scan-quarantine", 0),
                QuarantinedScan.newBuilder()
                        .setReason("unreadable")
                        .setDetail("because")
                        .setRefusedBy("judge")
                        .setRefusedAt(now)
                        .setSourceTopic("scans")
                        .setSourcePartition(0)
                        .setSourceOffset(0)
                        .build());

        assertThat(complete(refused)).containsExactly(refused);
    }

    @Test
    void whatIsReadAgainIsNotWrittenTwice() {
        Content fact = fact("A", 1);
        complete(fact);

        facts.forget();

        assertThat(complete(state("A", 1))).hasSize(1);
        assertThat(facts.waiting()).isEmpty();
    }

    private List<Content> complete(Content... polled) {
        return facts.complete(List.of(polled));
    }

    private Map<String, Revision> written(Collection<String> numbers) {
        Map<String, Revision> found = new HashMap<>(tables);
        found.keySet().retainAll(numbers);
        return found;
    }

    private Content fact(String number, long revision) {
        return new Content(record(EVENTS, 0), event(number, revision, Kind.ARRIVED));
    }

    private Content state(String number, long revision) {
        return new Content(
                record(STATES, 0),
                ShipmentState.newBuilder()
                        .setTrackingNumber(number)
                        .setGeneration(1)
                        .setRevision(revision)
                        .setRulesVersion(1)
                        .setStatus(ShipmentStatus.IN_TRANSIT)
                        .setTimeline(List.of())
                        .build());
    }

    private ConsumerRecord<byte[], byte[]> record(String topic, int partition) {
        return new ConsumerRecord<>(topic, partition, offset++, new byte[0], new byte[0]);
    }

    private static SpecificRecord event(String number, long revision, Kind kind) {
        return new ShipmentEvent(
                number,
                1,
                revision,
                EventOutcome.MOVED,
                null,
                ShipmentStatus.UNKNOWN,
                ShipmentStatus.IN_TRANSIT,
                null,
                false,
                scan(number, kind, "09:00"));
    }
}
