package com.qualitypost.phoenix.bench.read;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.HttpConnection;
import com.qualitypost.phoenix.bench.load.Load;
import com.qualitypost.phoenix.bench.load.Requests;
import com.qualitypost.phoenix.bench.load.Task;
import com.qualitypost.phoenix.bench.peer.Peers;
import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.LookupParcels;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.Usage;
import com.qualitypost.phoenix.bench.world.World;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How many lookups are answered in a second. */
public final class LookupRate implements Yardstick {
    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final int POPULAR = 50;
    private static final int PEERS_PARCELS = 20_000;
    private static final int PEERS_LIFE = 5;
    private static final int PEERS_BATCH = 500;

    private final Kind kind;

    /** Which numbers are asked for. */
    private enum Kind {
        HOT("lookup-hot", "the same 50 parcels again and again", 64, 200),
        COLD("lookup-cold", "each of all parcels once at most, in no order", 128, 200),
        UNKNOWN("lookup-unknown", "numbers that nobody ever reported on", 128, 404);

        final String yardstick;
        final String numbers;
        final int connections;
        final int status;

        Kind(String yardstick, String numbers, int connections, int status) {
            this.yardstick = yardstick;
            this.numbers = numbers;
            this.connections = connections;
            this.status = status;
        }

        Goal goal() {
            return switch (this) {
                case HOT -> Goal.share(0.88, 0.75);
                case COLD, UNKNOWN -> Goal.share(0.65, 0.4);
            };
        }

        String number(LookupParcels lookupParcels, long turn) {
            return switch (this) {
                case HOT -> lookupParcels.number(turn % POPULAR);
                case COLD -> lookupParcels.number(turn);
                case UNKNOWN -> LookupParcels.unknown(turn);
            };
        }
    }

    private LookupRate(Kind kind) {
        this.kind = kind;
    }

    /** Popular parcels. */
    public static Yardstick hot() {
        return new LookupRate(Kind.HOT);
    }

    /** Parcels that no cache knows. */
    public static Yardstick cold() {
        return new LookupRate(Kind.COLD);
    }

    /** Numbers that are mistyped, or too early. */
    public static Yardstick unknown() {
        return new LookupRate(Kind.UNKNOWN);
    }

    @Override
    public String name() {
        return kind.yardstick;
    }

    @Override
    public String sentence() {
        return "Lookups answered a second over %d connections: %s.".formatted(kind.connections, kind.numbers);
    }

    @Override
    public Measurement run(BenchContext context) {
        URI query = context.system().addresses().query();
        LookupParcels lookupParcels = context.lookupParcels();
        AtomicLong next = new AtomicLong();
        Task lookup = (connection, _) -> {
            long turn = next.getAndIncrement();
            return kind == Kind.COLD && turn >= lookupParcels.parcels()
                    ? Task.DONE
                    : ask(connection, query, kind.number(lookupParcels, turn));
        };
        int bytes = answerBytes(query, kind.number(lookupParcels, lookupParcels.parcels() - 1));
        Repeats repeats = new Repeats();
        List<String> findings = new ArrayList<>();
        Usage used = null;
        double lookups = 0;
        for (int repeat = 0; repeat < context.options().repeats(); repeat++) {
            repeats.add("limit", context.alone(() -> context.limits().staticHttp(bytes, kind.connections)));
            Generator.closed(query, kind.connections, BEFORE, lookup);
            Usage before = context.system().usage();
            Load load =
                    Generator.closed(query, kind.connections, context.options().shortWindow(), lookup);
            used = context.system().usage().since(before);
            lookups = load.operations();
            if (lookups == 0) {
                throw new ServerException("No parcels are left that were not looked up: take more with --parcels.");
            }
            repeats.add("lookups", load.perSecond());
            repeats.add("p99", load.millis(99));
            if (load.failures() > 0) {
                findings.add("%,d lookups were not answered with %d".formatted(load.failures(), kind.status));
            }
            peers(context).forEach(name -> repeats.add(name, context.peer(name, peers -> peer(context, peers, name))));
        }
        ResultRow row = repeats.withPeers(
                ResultRow.of(name(), "lookups/s", repeats.of("lookups"))
                        .limit("static HTTP", repeats.of("limit"))
                        .goal(kind.goal()),
                peers(context));
        return Measurement.of(
                List.of(
                        used == null ? row : row.cpu(used.microsPer(lookups)),
                        ResultRow.of("p99 of a lookup", "ms", repeats.of("p99"))),
                findings);
    }

    private double peer(BenchContext context, Peers peers, String name) {
        World parcels = context.foreign(PEERS_PARCELS, PEERS_LIFE, PEERS_BATCH);
        return peers.lookupsPerSecond(
                name, parcels, kind.connections, context.options().shortWindow());
    }

    /** They have no cache that knows a parcel. */
    private List<String> peers(BenchContext context) {
        return kind == Kind.COLD ? context.httpPeers() : List.of();
    }

    private int ask(HttpConnection connection, URI query, String number) throws IOException {
        return connection.send(Requests.get(query, "/v1/tracking/" + number, "")) == kind.status ? 1 : 0;
    }

    private int answerBytes(URI query, String number) {
        try (HttpConnection connection = new HttpConnection(query)) {
            ask(connection, query, number);
            return connection.bodyLength();
        } catch (IOException e) {
            throw new UncheckedIOException("Asking for " + number, e);
        }
    }
}
