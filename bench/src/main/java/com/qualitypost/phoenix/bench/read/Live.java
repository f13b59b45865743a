package com.qualitypost.phoenix.bench.read;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.Task;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.servers.process.Await;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** How soon those who listen to a parcel hear of its change. */
public final class Live implements Yardstick {
    private static final int LISTENERS = 500;
    private static final int LIFE = 20;
    private static final int SCANS_A_SECOND = 50;
    private static final Duration SENT_WITHIN = Duration.ofMinutes(3);
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "live";
    }

    @Override
    public String sentence() {
        return "The time from a scan's report until one of 500 listeners, each at another parcel, hears of it, at 50 scans"
                + " a second.";
    }

    @Override
    public Measurement run(BenchContext context) {
        URI gateway = context.system().addresses().ingest();
        ScanSender sender = context.sender(LISTENERS, LIFE, 1);
        // Every parcel has to exist before anybody can listen to it.
        Generator.closed(gateway, 16, SENT_WITHIN, sender.atMost(2 * LISTENERS));
        context.awaitVisible();
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Repeats repeats = new Repeats();
        List<SseListener> listeners = new ArrayList<>();
        try {
            IntStream.range(0, LISTENERS)
                    .mapToObj(parcel -> sender.world().number(parcel))
                    .forEach(number -> listeners.add(
                            SseListener.at(context.system().addresses().query(), number, sent::remove)));
            Await.holds(HEARD_WITHIN, () -> listeners.stream().allMatch(SseListener::isListening));
            for (int repeat = 0; repeat < context.options().repeats(); repeat++) {
                hear(
                        context,
                        sender.atMost((long) SCANS_A_SECOND * context.options().seconds() / 2),
                        sent,
                        listeners,
                        repeats);
            }
        } finally {
            listeners.forEach(SseListener::close);
        }
        context.awaitVisible();
        return Measurement.of(
                List.of(
                        ResultRow.of("p50", "ms", repeats.of("p50")),
                        ResultRow.of("p99", "ms", repeats.of("p99")),
                        ResultRow.of("heard", "share of the scans", repeats.of("heard"))),
                context.check(sender));
    }

    private static void hear(
            BenchContext context,
            ScanSender sender,
            Map<String, Long> sent,
            List<SseListener> listeners,
            Repeats repeats) {
        long before = heard(listeners);
        long[] count = {0};
        URI gateway = context.system().addresses().ingest();
        Task report = (connection, _) -> {
            long scan = sender.take();
            if (scan == Task.DONE) {
                return Task.DONE;
            }
            // A repetition changes nothing, so nobody hears of it.
            if (sender.world().content(scan) == scan) {
                sent.putIfAbsent(sender.world().numberOf(scan), System.nanoTime());
                count[0]++;
            }
            sender.send(connection, scan, 1);
            return 1;
        };
        // One after another: a second scan of the same parcel would hide when the first was heard.
        Generator.open(gateway, 1, SCANS_A_SECOND, context.options().window(), report);
        Await.holds(HEARD_WITHIN, sent::isEmpty);
        sent.clear();
        List<Double> millis = listeners.stream()
                .flatMap(listener -> listener.taken().stream())
                .sorted()
                .toList();
        if (!millis.isEmpty()) {
            repeats.add("p50", millis.get(millis.size() / 2));
            repeats.add("p99", millis.get(millis.size() * 99 / 100));
        }
        repeats.add("heard", (double) (heard(listeners) - before) / Math.max(1, count[0]));
    }

    private static long heard(List<SseListener> listeners) {
        return listeners.stream().mapToLong(SseListener::heard).sum();
    }
}
