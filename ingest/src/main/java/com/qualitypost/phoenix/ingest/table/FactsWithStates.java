package com.qualitypost.phoenix.ingest.table;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.qualitypost.phoenix.ingest.table.row.Content;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds each fact back until the state that it led to can be written with it. They are on two topics, and a poll may
 * bring one without the other; a fact alone in the tables would be missing from answers that claim to include
 * everything up to a later moment.
 */
final class FactsWithStates {
    private static final Logger log = LoggerFactory.getLogger(FactsWithStates.class);

    /** After this time the state will not come, for example because it could not be read. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private final String events;
    private final Function<Collection<String>, Map<String, Revision>> written;
    private final InstantSource clock;
    private final Map<TopicPartition, Waiting> waiting = new HashMap<>();

    /**
     * @param events the topic of the facts
     * @param written returns the revisions of these parcels that are in the tables
     */
    FactsWithStates(String events, Function<Collection<String>, Map<String, Revision>> written, InstantSource clock) {
        this.events = events;
        this.written = written;
        this.clock = clock;
    }

    /** A partition's records that are not written yet; the first is a fact without its state. */
    private record Waiting(List<Content> contents, Instant since) {}

    /** What may be written now, of the polled and the waiting records; each partition in its order. */
    List<Content> complete(List<Content> polled) {
        Map<String, Revision> states = states(polled);
        states.putAll(written.apply(withoutState(polled, states)));
        Map<TopicPartition, List<Content>> partitions = new HashMap<>();
        waiting.forEach((partition, held) -> partitions.put(partition, new ArrayList<>(held.contents())));
        polled.forEach(content -> partitions
                .computeIfAbsent(content.partition(), _ -> new ArrayList<>())
                .add(content));

        List<Content> others = new ArrayList<>();
        List<Content> facts = new ArrayList<>();
        partitions.forEach((partition, contents) -> {
            int ready = ready(partition, contents, states);
            (partition.topic().equals(events) ? facts : others).addAll(contents.subList(0, ready));
            keep(partition, contents.subList(ready, contents.size()));
        });
        // Last, because a batch that is too large for one transaction is written in several, in this order.
        others.addAll(facts);
        return others;
    }

    /** The partitions that cannot be written any further before a state comes, and so are not read any further. */
    Set<TopicPartition> waiting() {
        return Set.copyOf(waiting.keySet());
    }

    /** Called before everything is read again. */
    void forget() {
        waiting.clear();
    }

    private void keep(TopicPartition partition, List<Content> rest) {
        Waiting before = waiting.remove(partition);
        if (!rest.isEmpty()) {
            Instant since = before != null && before.contents().getFirst().equals(rest.getFirst())
                    ? before.since()
                    : clock.instant();
            waiting.put(partition, new Waiting(List.copyOf(rest), since));
        }
    }

    /**
     * How many of a partition's records may be written. States come in the order of their facts: once a later fact's
     * state is there, earlier states have passed or were replaced by a newer one that is still to come.
     */
    private int ready(TopicPartition partition, List<Content> contents, Map<String, Revision> states) {
        int first = firstAlone(contents, 0, states);
        if (first < contents.size() && isTooLate(partition)) {
            log.warn(
                    "{} is written without the states of its facts, which have not arrived; check whether scans are judged",
                    partition);
            return contents.size();
        }
        for (int i = contents.size() - 1; i > first; i--) {
            if (contents.get(i).value() instanceof ShipmentEvent fact && leadsToState(fact) && hasState(fact, states)) {
                return firstAlone(contents, i + 1, states);
            }
        }
        return first;
    }

    private boolean isTooLate(TopicPartition partition) {
        Waiting held = waiting.get(partition);
        return held != null && clock.instant().isAfter(held.since().plus(LIMIT));
    }

    private static int firstAlone(List<Content> contents, int from, Map<String, Revision> states) {
        int at = from;
        while (at < contents.size() && !isAlone(contents.get(at), states)) {
            at++;
        }
        return at;
    }

    private static boolean isAlone(Content content, Map<String, Revision> states) {
        return content.value() instanceof ShipmentEvent fact && leadsToState(fact) && !hasState(fact, states);
    }

    /** A parcel without a revision has no state, and no table can hold a number that is not ASCII. */
    private static boolean leadsToState(ShipmentEvent fact) {
        return fact.getRevision() > 0 && US_ASCII.newEncoder().canEncode(fact.getTrackingNumber());
    }

    private static boolean hasState(ShipmentEvent fact, Map<String, Revision> states) {
        Revision newest = states.get(fact.getTrackingNumber());
        return newest != null && newest.compareTo(Revision.of(fact)) >= 0;
    }

    private static Map<String, Revision> states(List<Content> polled) {
        Map<String, Revision> newest = new HashMap<>();
        for (Content content : polled) {
            if (content.value() instanceof ShipmentState state) {
                newest.merge(state.getTrackingNumber(), Revision.of(state), Revision::newer);
            }
        }
        return newest;
    }

    private static Set<String> withoutState(List<Content> polled, Map<String, Revision> states) {
        Set<String> numbers = new HashSet<>();
        for (Content content : polled) {
            if (isAlone(content, states)) {
                numbers.add(((ShipmentEvent) content.value()).getTrackingNumber());
            }
        }
        return numbers;
    }
}
