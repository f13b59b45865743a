package com.qualitypost.phoenix.bench.world;

import com.qualitypost.phoenix.vocabulary.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;

/** Writes the JSON of batches, by hand, because the generator's CPU is taken from the system. */
public final class BatchBody {
    private static final ZoneOffset MEXICO_CITY = ZoneOffset.ofHours(-6);
    private static final int MERCHANTS = 50;

    private final World world;
    private final Depots depots = new Depots();

    public BatchBody(World world) {
        this.world = world;
    }

    /** The body for these scans of one device. */
    public byte[] json(long first, int count) {
        StringBuilder json = new StringBuilder(count * 360 + 200);
        json.append("{\"device_id\":\"")
                .append(world.device(world.content(first)))
                .append("\",\"sent_at\":\"")
                .append(Instant.now())
                .append("\",\"source\":\"HANDHELD\",\"scans\":[");
        for (long scan = first; scan < first + count; scan++) {
            append(json, world.content(scan));
            json.append(scan == first + count - 1 ? "]}" : ",");
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void append(StringBuilder json, long scan) {
        int parcel = world.parcel(scan);
        Kind kind = world.kind(world.step(scan));
        int depot = depots.of(world.random(scan));
        json.append("{\"scan_id\":\"")
                .append(world.scanId(scan))
                .append("\",\"tracking_number\":\"")
                .append(world.number(parcel))
                .append("\",\"kind\":\"")
                .append(kind)
                .append("\",\"occurred_at\":\"")
                .append(world.occurredAt(scan).atOffset(MEXICO_CITY))
                .append("\",\"device_seq\":")
                .append(world.numbering().deviceSeq(scan))
                .append(",\"place\":");
        Depots.place(json, depot);
        if (kind == Kind.TICKET_ISSUED) {
            ticket(json, parcel, depot + 1);
        } else {
            json.append(",\"position\":");
            Depots.position(json, depot);
        }
        json.append('}');
    }

    private static void ticket(StringBuilder json, int parcel, int destination) {
        json.append(",\"ticket\":{\"merchant_id\":\"")
                .append(merchant(parcel))
                .append("\",\"service\":\"STANDARD\",\"destination\":");
        Depots.place(json, destination);
        json.append(",\"references\":{\"order\":\"A-").append(parcel).append("\"}}");
    }

    private static String merchant(int parcel) {
        return "BENCH-" + parcel % MERCHANTS;
    }

    /** A merchant with a fiftieth of all parcels. */
    public static String anyMerchant() {
        return merchant(0);
    }
}
