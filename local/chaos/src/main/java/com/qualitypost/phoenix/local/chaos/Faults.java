package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.chaos.crowd.Crowd;
import com.qualitypost.phoenix.local.chaos.crowd.LargeRecords;
import com.qualitypost.phoenix.local.chaos.crowd.Nuisance;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.servers.fault.FaultProxy;
import com.qualitypost.phoenix.servers.fault.FaultProxy.CommitCut;
import com.qualitypost.phoenix.servers.kafka.KafkaCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All faults of a rig. The most frequent ones of real life are listed more than once. */
final class Faults {
    private static final int COMMITS = 3;
    private static final Duration DELAY = Duration.ofMillis(200);
    private static final Duration SHORT = Duration.ofSeconds(4);
    /** Longer than leases (4 s) and sessions (10 s), so that a frozen process has been replaced when it thaws. */
    private static final Duration LONG = Duration.ofSeconds(14);

    private final List<Fault> all = new ArrayList<>();

    private Faults() {}

    static List<Fault> of(Rig rig) {
        Faults faults = new Faults();
        for (ApplicationNode node : rig.nodes()) {
            faults.node(node);
        }
        for (int broker = 0; broker < rig.kafka().size(); broker++) {
            faults.broker(rig.kafka(), broker);
        }
        faults.databases(rig.databases());
        faults.add("registry", "kill -9", SHORT, rig::killRegistry, rig::startRegistry);
        Crowd crowd = new Crowd(rig.addresses(Component.INGEST));
        for (Nuisance nuisance : Nuisance.values()) {
            faults.add("clients", nuisance.toString(), SHORT, () -> crowd.begins(nuisance), crowd::disperses);
        }
        faults.add(
                "topics",
                "records of megabytes",
                SHORT,
                () -> {
                    try (LargeRecords records = new LargeRecords(rig.kafka().bootstrapServers())) {
                        records.send();
                    }
                },
                () -> {});
        return faults.all;
    }

    private void node(ApplicationNode node) {
        String part = node.toString();
        add(part, "kill -9", SHORT, node::kill, node::start);
        add(part, "kill -9", SHORT, node::kill, node::start);
        add(part, "freeze", LONG, node::freeze, node::thaw);
        add(part, "graceful stop", SHORT, node::stop, node::start);
    }

    private void broker(KafkaCluster kafka, int broker) {
        String part = "broker-" + broker;
        add(part, "kill -9", SHORT, () -> kafka.kill(broker), () -> kafka.restart(broker));
        add(part, "kill -9", SHORT, () -> kafka.kill(broker), () -> kafka.restart(broker));
        add(part, "freeze", LONG, () -> kafka.freeze(broker), () -> kafka.thaw(broker));
        add(part, "disk full", SHORT, () -> kafka.fillDisk(broker), () -> {
            kafka.kill(broker);
            kafka.restart(broker);
        });
        links(part, kafka.link(broker));
    }

    private void databases(Databases databases) {
        add(Databases.WRITER, "kill -9", SHORT, () -> databases.writer().kill(), databases::startWriter);
        add(Databases.WRITER, "kill -9", SHORT, () -> databases.writer().kill(), databases::startWriter);
        add(Databases.WRITER, "graceful stop", SHORT, () -> databases.writer().close(), databases::startWriter);
        add(
                Databases.WRITER,
                "freeze",
                LONG,
                () -> databases.writer().freeze(),
                () -> databases.writer().thaw());
        add(Databases.READER, "kill -9", SHORT, () -> databases.reader().kill(), databases::startReader);
        add(
                Databases.READER,
                "freeze",
                LONG,
                () -> databases.reader().freeze(),
                () -> databases.reader().thaw());
        add(
                Databases.READER,
                "falls behind",
                LONG,
                () -> databases.reader().stopApplying(),
                () -> databases.reader().startApplying());
        all.add(new Fault(
                new TreeSet<>(Set.of(Databases.WRITER, Databases.READER)),
                "writer lost, reader promoted",
                SHORT,
                databases::failOver,
                databases::startReader));
        FaultProxy writer = databases.writerLink();
        add(
                Databases.WRITER,
                "cut before COMMIT",
                SHORT,
                () -> writer.cutAtCommit(CommitCut.BEFORE, COMMITS),
                writer::heal);
        add(
                Databases.WRITER,
                "cut after COMMIT",
                SHORT,
                () -> writer.cutAtCommit(CommitCut.AFTER, COMMITS),
                writer::heal);
        add(Databases.WRITER, "all rows locked by another session", LONG, databases::lockRows, databases::releaseRows);
        links(Databases.WRITER, writer);
        links(Databases.READER, databases.readerLink());
    }

    private void links(String part, FaultProxy link) {
        add(part, "cut off", SHORT, link::cut, link::heal);
        add(part, "half-open", LONG, link::halfOpen, link::heal);
        add(part, "stalled", SHORT, link::stall, link::heal);
        add(part, "slow", SHORT, () -> link.latency(DELAY), link::heal);
    }

    private void add(String part, String what, Duration atMost, Runnable strike, Runnable heal) {
        all.add(new Fault(Set.of(part), what, atMost, strike, heal));
    }

    /**
     * Something that is done to a running system.
     *
     * @param parts what it affects: two faults never affect the same part at a time
     * @param what is done, in a few words
     * @param atMost how long it lasts
     * @param heal undoes it; may return before what it starts is well
     */
    record Fault(Set<String> parts, String what, Duration atMost, Runnable strike, Runnable heal) {
        @Override
        public String toString() {
            return String.join(" and ", parts) + ": " + what;
        }
    }
}
