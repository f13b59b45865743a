package com.qualitypost.phoenix.bench.read;

import static java.util.stream.Collectors.joining;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.HttpConnection;
import com.qualitypost.phoenix.bench.load.Load;
import com.qualitypost.phoenix.bench.load.Requests;
import com.qualitypost.phoenix.bench.load.Task;
import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.LookupParcels;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.Usage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** How many parcels are answered in a second if they are asked for by the thousand. */
public final class Bulk implements Yardstick {
    private static final int NUMBERS = 1_000;
    /** As many calls as one source may make at once. */
    private static final int CONNECTIONS = 8;

    private static final Duration BEFORE = Duration.ofSeconds(3);
    private static final byte[] FOUND = "\"found\"".getBytes(StandardCharsets.US_ASCII);
    private static final String LINES = "Accept: application/x-ndjson\r\n";

    @Override
    public String name() {
        return "lookup-bulk";
    }

    @Override
    public String sentence() {
        return "Parcels answered a second in calls of 1,000 numbers, over 8 connections.";
    }

    @Override
    public Measurement run(BenchContext context) {
        URI query = context.system().addresses().query();
        LookupParcels lookupParcels = context.lookupParcels();
        Task call = (connection, turn) -> ask(connection, query, lookupParcels, turn);
        Repeats repeats = new Repeats();
        long numbers = 0;
        long failures = 0;
        Usage start = context.system().usage();
        for (int repeat = 0; repeat < context.options().repeats(); repeat++) {
            Load warm = Generator.closed(query, CONNECTIONS, BEFORE, call);
            Load load = Generator.closed(query, CONNECTIONS, context.options().shortWindow(), call);
            repeats.add("numbers", load.perSecond());
            repeats.add("p99", load.millis(99));
            numbers += warm.operations() + load.operations();
            failures += warm.failures() + load.failures();
        }
        Usage used = context.system().usage().since(start);
        return Measurement.of(
                List.of(
                        ResultRow.of(name(), "numbers/s", repeats.of("numbers"))
                                .goal(Goal.value(120_000, 60_000))
                                .cpu(used.microsPer((double) numbers)),
                        ResultRow.of("p99 of a call", "ms", repeats.of("p99"))),
                failures == 0 ? List.of() : List.of("%,d calls did not find all their parcels".formatted(failures)));
    }

    private static int ask(HttpConnection connection, URI query, LookupParcels lookupParcels, long turn)
            throws IOException {
        int numbers = Math.min(NUMBERS, lookupParcels.parcels());
        byte[] body = LongStream.range(turn * numbers, (turn + 1) * numbers)
                .mapToObj(lookupParcels::number)
                .collect(joining("\",\"", "{\"numbers\":[\"", "\"]}"))
                .getBytes(StandardCharsets.US_ASCII);
        int status = connection.send(Requests.post(query, "/v1/tracking:lookup", LINES, body.length), body);
        return status == 200 && connection.count(FOUND) == numbers ? numbers : 0;
    }
}
