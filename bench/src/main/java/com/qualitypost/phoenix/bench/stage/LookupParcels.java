package com.qualitypost.phoenix.bench.stage;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.Requests;
import com.qualitypost.phoenix.bench.world.World;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.net.URI;
import java.time.Duration;

/** The parcels that are looked up: many, each with two scans. */
public final class LookupParcels {
    public static final int LIFE = 2;

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final int BATCH = 500;
    private static final int CONNECTIONS = 8;
    private static final int WARM_UP_CONNECTIONS = 64;
    private static final int WARM_UP_PARCELS = 20_000;
    /** Coprime to every number of parcels that has no factor of its own size. */
    private static final long STRIDE = 7_368_787;

    private final ScanSender sender;

    private LookupParcels(ScanSender sender) {
        this.sender = sender;
    }

    /** Its scans, not sent yet. */
    public static ScanSender unsent(BenchContext context) {
        return context.sender(context.options().parcels(), LIFE, BATCH);
    }

    /** Of scans that were sent and are visible; after a while of lookups. */
    public static LookupParcels of(BenchContext context, ScanSender sent) {
        LookupParcels lookupParcels = new LookupParcels(sent);
        URI query = context.system().addresses().query();
        Generator.closed(query, WARM_UP_CONNECTIONS, context.options().window(), (connection, turn) -> {
            byte[] lookup = Requests.get(query, "/v1/tracking/" + lookupParcels.number(turn % WARM_UP_PARCELS), "");
            return connection.send(lookup) == 200 ? 1 : 0;
        });
        return lookupParcels;
    }

    static LookupParcels load(BenchContext context) {
        ScanSender sender = unsent(context);
        context.screen()
                .say("Loading %,d parcels for lookups ..."
                        .formatted(context.options().parcels()));
        Generator.closed(context.system().addresses().ingest(), CONNECTIONS, LIMIT, sender);
        context.awaitVisible();
        return of(context, sender);
    }

    public World world() {
        return sender.world();
    }

    /** Parcels of which at least one scan was sent. */
    public int parcels() {
        return (int) Math.min(world().parcels(), sender.sent());
    }

    /** Each parcel's number once, in an order that no index has. */
    public String number(long turn) {
        return world().number((int) (turn * STRIDE % world().parcels()));
    }

    /** A number that nobody ever reported on. */
    public static String unknown(long turn) {
        return TrackingNumber.ours((int) (Serials.NEVER_USED + turn * STRIDE % 8_000_000))
                .value();
    }
}
