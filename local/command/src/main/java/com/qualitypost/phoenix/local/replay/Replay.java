package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.client.Backlog;
import com.qualitypost.phoenix.local.client.WriterTables;
import com.qualitypost.phoenix.local.client.WriterTables.Counts;
import com.qualitypost.phoenix.local.client.WriterTables.NumberRange;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sends the scans of a file, and counts what came of them. */
final class Replay implements AutoCloseable {
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(10);

    private final Sender sender;
    private final Backlog drain;
    private final WriterTables tables;
    private final Screen screen;

    Replay(Addresses addresses, Screen screen) {
        this.sender = new Sender(screen, addresses.ingest());
        this.drain = new Backlog(addresses);
        this.tables = new WriterTables(addresses);
        this.screen = screen;
    }

    /** A rate of 0 means as fast as scans are accepted. */
    Summary run(List<FileScan> scans, int scansPerSecond) {
        if (scans.isEmpty()) {
            return new Summary(0, 0, 0, 0, Map.of(), 0, Map.of(), Duration.ZERO);
        }
        TreeSet<String> numbers = numbers(scans);
        // Counted before too, so that replaying a file twice shows as repetition; and for these parcels only, because
        // others may be scanned meanwhile.
        NumberRange these = new NumberRange(numbers.first(), numbers.last());
        Counts before = tables.counts(these);
        long began = System.nanoTime();
        sender.send(scans, scansPerSecond);
        if (!drain.await(
                DRAIN_LIMIT,
                left -> screen.progress("  waiting until everything is visible: %,d left".formatted(left)))) {
            throw new ServerException("The scans were not all visible in time. ./phoenix status says where they wait.");
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Counts after = tables.counts(these);
        Map<String, Long> quarantined = grown(before.quarantined(), after.quarantined());
        long facts = after.events() - before.events();
        long refused = after.allQuarantined() - before.allQuarantined();
        return new Summary(
                scans.size(),
                sender.accepted(),
                facts,
                scans.size() - sender.rejected() - facts - refused,
                quarantined,
                sender.rejected(),
                shipments(numbers, these),
                took);
    }

    private static TreeSet<String> numbers(List<FileScan> scans) {
        return scans.stream().map(read -> read.scan().trackingNumber()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Long> shipments(Set<String> numbers, NumberRange these) {
        return tables.statuses(these).entrySet().stream()
                .filter(shipment -> numbers.contains(shipment.getKey()))
                .collect(Collectors.groupingBy(Map.Entry::getValue, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> grown(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> grown = new TreeMap<>(after);
        before.forEach((reason, count) -> grown.merge(reason, -count, Long::sum));
        grown.values().removeIf(count -> count == 0);
        return grown;
    }

    @Override
    public void close() {
        sender.close();
        drain.close();
        tables.close();
    }
}
