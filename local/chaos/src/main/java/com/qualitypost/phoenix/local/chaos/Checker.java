package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.chaos.content.TableContent;
import com.qualitypost.phoenix.local.chaos.content.TableContent.Answer;
import com.qualitypost.phoenix.local.chaos.content.TableContent.Shown;
import com.qualitypost.phoenix.local.chaos.content.TopicContent;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.schemas.TimelineEntry;
import com.qualitypost.phoenix.schemas.TrackingChange;
import com.qualitypost.phoenix.topic.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares what a system at rest contains (topics, tables and answers) with the ledger: the rules of a queue test
 * (nothing lost, nothing invented, nothing twice, nothing torn), and an oracle for what it all means.
 */
final class Checker {
    private final Ledger.Pages ledger;
    private final Set<UUID> events;
    private final Oracle oracle;
    private final Findings findings = new Findings();

    private Checker(Ledger.Pages ledger, Set<UUID> events) {
        this.ledger = ledger;
        this.events = events;
        this.oracle = Oracle.of(ledger, events);
    }

    static List<String> check(Ledger.Pages ledger, List<String> devices, TopicContent topics, TableContent tables) {
        return new Checker(ledger, tables.events()).check(devices, topics, tables);
    }

    /** Compares only the shipments and the answers, with scans that were all acknowledged. */
    static List<String> checkAnswers(Ledger.Pages ledger, TableContent tables) {
        Checker checker = new Checker(ledger, Set.of());
        Map<String, Shown> shipments = tables.shipments();
        checker.agree("shipment", shipments);
        checker.agree("tracking_view", shown(tables.answers()), shipments);
        return checker.findings.all();
    }

    private List<String> check(List<String> devices, TopicContent topics, TableContent tables) {
        Map<String, Shown> shipments = tables.shipments();
        Map<String, Answer> answers = tables.answers();
        scans(topics);
        facts(tables.quarantined());
        findings.none("gaps in what devices sent", tables.gaps(devices));
        events(topics);
        agree("shipment", shipments);
        agree("shipment-states", latest(topics), shipments);
        agree("tracking_view", shown(answers), shipments);
        announced(topics, answers);
        return findings.all();
    }

    private void scans(TopicContent topics) {
        Set<UUID> there = new HashSet<>();
        topics.forEach(Topic.SCANS, Scan.class, scan -> there.add(scan.getScanId()));
        findings.none("acknowledged, but not on scans", without(ledger.acknowledged(), there));
        findings.none("on scans, but never sent", without(there, ledger.tried().keySet()));
    }

    private void facts(List<UUID> quarantined) {
        Set<UUID> refused = new HashSet<>(quarantined);
        Set<UUID> both = new HashSet<>(events);
        both.retainAll(refused);
        Set<UUID> either = new HashSet<>(events);
        either.addAll(refused);
        findings.none("acknowledged, but in no table", without(ledger.acknowledged(), either));
        findings.none(
                "in a table, but never sent", without(either, ledger.tried().keySet()));
        findings.none("both accepted and quarantined", both);
        List<UUID> again = new ArrayList<>(quarantined);
        refused.forEach(again::remove);
        findings.none("quarantined more than once", again);
    }

    private void events(TopicContent topics) {
        Map<String, Long> revisions = new HashMap<>();
        Set<UUID> seen = new HashSet<>();
        List<UUID> twice = new ArrayList<>();
        List<String> torn = new ArrayList<>();
        topics.forEach(Topic.SHIPMENT_EVENTS, ShipmentEvent.class, event -> {
            UUID scanId = event.getFact().getScanId();
            if (event.getOutcome() != EventOutcome.RETIMED && !seen.add(scanId)) {
                twice.add(scanId);
            }
            long before = revisions.getOrDefault(event.getTrackingNumber(), 0L);
            if (event.getRevision() != before + 1) {
                torn.add("%s: %d after %d".formatted(event.getTrackingNumber(), event.getRevision(), before));
            }
            revisions.put(event.getTrackingNumber(), event.getRevision());
        });
        Set<UUID> known = oracle.parcels().values().stream()
                .flatMap(parcel -> parcel.facts().stream())
                .collect(Collectors.toSet());
        findings.none("acknowledged, but not on shipment-events", without(known, seen));
        findings.none("twice on shipment-events", twice);
        findings.none("revisions with a gap or a repetition on shipment-events", torn);
    }

    private void agree(String where, Map<String, Shown> shown) {
        List<String> different = new ArrayList<>();
        oracle.parcels().forEach((number, parcel) -> {
            Shown found = shown.get(number);
            if (found == null
                    || !found.status().equals(parcel.status())
                    || !found.facts().equals(parcel.facts())) {
                different.add("%s: expected %s with %d facts, found %s"
                        .formatted(number, parcel.status(), parcel.facts().size(), found));
            }
        });
        findings.none(where + " differs from the ledger", different);
        findings.none(
                where + " contains parcels that nobody sent",
                without(shown.keySet(), oracle.parcels().keySet()));
    }

    private void agree(String where, Map<String, Shown> shown, Map<String, Shown> shipments) {
        List<String> different = new ArrayList<>();
        shipments.forEach((number, shipment) -> {
            Shown found = shown.get(number);
            if (!shipment.equals(found)) {
                different.add("%s: %s, not %s".formatted(number, found, shipment));
            }
        });
        findings.none(where + " differs from the table shipment", different);
        findings.none(
                where + " contains parcels that the table shipment does not",
                without(shown.keySet(), shipments.keySet()));
    }

    private void announced(TopicContent topics, Map<String, Answer> answers) {
        Set<List<Object>> told = new HashSet<>();
        topics.forEach(
                Topic.TRACKING_CHANGES,
                TrackingChange.class,
                change -> told.add(
                        List.of(change.getTrackingNumber(), (long) change.getGeneration(), change.getRevision())));
        List<String> silent = new ArrayList<>();
        answers.forEach((number, answer) -> {
            Shown shown = answer.shown();
            if (!told.contains(List.<Object>of(number, shown.generation(), shown.revision()))) {
                silent.add(number);
            }
        });
        findings.none("answers that were never announced on tracking-changes", silent);
    }

    private static Map<String, Shown> latest(TopicContent topics) {
        Map<String, Shown> latest = new HashMap<>();
        topics.forEach(
                Topic.SHIPMENT_STATES,
                ShipmentState.class,
                state -> latest.put(
                        state.getTrackingNumber(),
                        new Shown(
                                state.getGeneration(),
                                state.getRevision(),
                                state.getStatus().name(),
                                state.getTimeline().stream()
                                        .map(TimelineEntry::getScanId)
                                        .toList())));
        return latest;
    }

    private static Map<String, Shown> shown(Map<String, Answer> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().shown()));
    }

    private static <T> Set<T> without(Collection<T> all, Collection<T> some) {
        Set<T> left = new HashSet<>(all);
        left.removeAll(some);
        return left;
    }
}
