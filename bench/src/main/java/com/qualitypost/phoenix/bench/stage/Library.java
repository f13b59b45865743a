package com.qualitypost.phoenix.bench.stage;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.world.World;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;

/** The parcels that are looked up: many, each with two scans. */
public final class Library {
    public static final int LIFE = 2;

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final int BATCH = 500;
    private static final int CONNECTIONS = 8;
    /** Coprime to every number of parcels that has no factor of its own size. */
    private static final long STRIDE = 7_368_787;

    private final ScanSender sender;

    private Library(ScanSender sender) {
        this.sender = sender;
    }

    /** Its scans, not sent yet. */
    public static ScanSender unsent(Stage stage) {
        return stage.sender(stage.options().parcels(), LIFE, BATCH);
    }

    /** Of scans that were sent and are visible. */
    public static Library of(ScanSender sent) {
        return new Library(sent);
    }

    static Library load(Stage stage) {
        ScanSender sender = unsent(stage);
        stage.screen()
                .say("Loading %,d parcels for lookups ..."
                        .formatted(stage.options().parcels()));
        Generator.closed(stage.system().addresses().ingest(), CONNECTIONS, LIMIT, sender);
        stage.awaitVisible();
        return new Library(sender);
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
