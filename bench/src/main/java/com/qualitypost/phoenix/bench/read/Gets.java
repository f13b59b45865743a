package com.qualitypost.phoenix.bench.read;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.Load;
import com.qualitypost.phoenix.bench.load.Requests;
import com.qualitypost.phoenix.bench.load.Task;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.LookupParcels;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.Usage;
import com.qualitypost.phoenix.bench.world.BatchBody;
import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.client.Operator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How many pages of one sort are made in a second, and how long one takes. */
public final class Gets implements Yardstick {
    private static final Duration BEFORE = Duration.ofSeconds(3);

    private final String name;
    private final String sentence;
    private final int connections;
    private final Source source;

    /** What is asked for. */
    private record Asked(URI address, String headers, Path path) {}

    private interface Path {
        String of(long turn);
    }

    private interface Source {
        Asked of(Addresses addresses, LookupParcels lookupParcels);
    }

    private Gets(String name, String sentence, int connections, Source source) {
        this.name = name;
        this.sentence = sentence;
        this.connections = connections;
        this.source = source;
    }

    /** Customers' pages. */
    public static Yardstick pages() {
        return new Gets(
                "page",
                "Tracking pages rendered a second over 16 connections, each of another parcel.",
                16,
                (addresses, lookupParcels) ->
                        new Asked(addresses.query(), "", turn -> "/t/" + lookupParcels.number(turn)));
    }

    /** Merchants' lists. */
    public static Yardstick list() {
        return new Gets(
                "list",
                "First pages of 100 parcels of a merchant's list a second, over 4 connections.",
                4,
                (addresses, _) -> new Asked(
                        addresses.query(),
                        "Authorization: Bearer " + key(addresses) + "\r\n",
                        _ -> "/v1/shipments?limit=100"));
    }

    /** The operators' first page. */
    public static Yardstick operations() {
        return new Gets(
                "ops-overview",
                "The operators' overview, one after another.",
                1,
                (addresses, _) -> new Asked(
                        addresses.management().query(),
                        "Authorization: Bearer " + addresses.management().token() + "\r\n",
                        _ -> "/ops"));
    }

    private static String key(Addresses addresses) {
        try (Operator operator = new Operator(
                addresses.management().ingest(), addresses.management().token())) {
            return operator.post("/v1/merchants/keys", Map.of("merchant_id", BatchBody.anyMerchant(), "mode", "live"))
                    .path("key")
                    .asString("");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public Measurement run(BenchContext context) {
        Asked asked = source.of(context.system().addresses(), context.lookupParcels());
        // A key is valid as soon as the reader has it.
        context.awaitVisible();
        Task get = (connection, turn) ->
                connection.send(Requests.get(asked.address, asked.path.of(turn), asked.headers)) == 200 ? 1 : 0;
        Repeats repeats = new Repeats();
        double pages = 0;
        double failures = 0;
        Usage start = context.system().usage();
        for (int repeat = 0; repeat < context.options().repeats(); repeat++) {
            Load warm = Generator.closed(asked.address, connections, BEFORE, get);
            Load load = Generator.closed(
                    asked.address, connections, context.options().shortWindow(), get);
            repeats.add("rate", load.perSecond());
            repeats.add("p50", load.millis(50));
            repeats.add("p99", load.millis(99));
            pages += warm.operations() + load.operations();
            failures += warm.failures() + load.failures();
        }
        Usage used = context.system().usage().since(start);
        return Measurement.of(
                List.of(
                        ResultRow.of(name, "/s", repeats.of("rate")).cpu(used.microsPer(pages)),
                        ResultRow.of("p50", "ms", repeats.of("p50")),
                        ResultRow.of("p99", "ms", repeats.of("p99"))),
                failures == 0 ? List.of() : List.of("%,.0f were not answered with 200".formatted(failures)));
    }
}
