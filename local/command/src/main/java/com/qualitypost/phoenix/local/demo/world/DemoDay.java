package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** The parcels of a day and their transmissions; the same seed, serial and end give the same day. */
public record DemoDay(List<DemoParcel> parcels, List<Transmission> transmissions) {
    private static final int FIRST_TO_WALK = 99_001_000;
    private static final int TO_WALK = 999_000;

    public static DemoDay of(long seed, int firstSerial, int count, Instant end) {
        Random random = new Random(seed);
        List<DemoParcel> parcels = new Day(random, firstSerial, end).parcels(count);
        List<Transmission> strange = new OddScans(random, end, parcels).transmissions();
        return new DemoDay(parcels, new Disturbances(random).on(Transmissions.of(parcels), strange));
    }

    /** A merchant with parcels, preferably with some that need attention. */
    public String merchant() {
        return parcels.stream()
                .sorted(Comparator.comparing(parcel -> parcel.story() != Scenario.ADDRESS_UNCLEAR))
                .flatMap(parcel -> parcel.life().stream())
                .map(DemoParcel.Happening::device)
                .filter(device -> device.source().equals("MERCHANT"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /**
     * Lines for a terminal.
     *
     * @param key of the merchant
     */
    public List<String> toTry(URI query, String key) {
        List<String> lines = new ArrayList<>(List.of("", "Try:"));
        for (Status status : List.of(Status.DELIVERED, Status.DELIVERY_ATTEMPTED, Status.IN_TRANSIT)) {
            parcels.stream()
                    .filter(parcel -> parcel.end() == status)
                    .findFirst()
                    .ifPresent(parcel -> lines.add(
                            "  curl -s %s   # %s".formatted(query.resolve("/v1/tracking/" + parcel.number()), status)));
        }
        lines.add("  curl -s %s -d '{\"numbers\": [%s]}'   # several at once"
                .formatted(
                        query.resolve("/v1/tracking:lookup"),
                        parcels.stream()
                                .limit(3)
                                .map(parcel -> '"' + parcel.number() + '"')
                                .collect(Collectors.joining(", "))));
        lines.add("  curl -s -H 'Authorization: Bearer %s' '%s'   # those of %s that need attention"
                .formatted(key, query.resolve("/v1/shipments?action_required=true"), merchant()));
        return lines;
    }

    /** A line for a terminal: a shipment of the sandbox that nobody has walked yet. */
    public String toWalk(URI ingest, String testKey) {
        int serial = FIRST_TO_WALK + Math.floorMod(parcels.getFirst().number().hashCode(), TO_WALK);
        return "  curl -s -X POST -H 'Authorization: Bearer %s' %s   # a test shipment, one step per call"
                .formatted(testKey, ingest.resolve("/v1/test/shipments/" + TrackingNumber.ours(serial) + "/advance"));
    }

    /** A parcel and its whole day. */
    public record DemoParcel(String number, Scenario story, List<Happening> life) {
        /** Its status in the evening. */
        public Status end() {
            return story.end();
        }

        /** A scan, the device that made it, and the true time. */
        record Happening(Instant time, DemoDevice device, Scan scan) {}
    }
}
