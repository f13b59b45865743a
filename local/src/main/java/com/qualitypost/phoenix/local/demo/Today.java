package com.qualitypost.phoenix.local.demo;

import com.qualitypost.phoenix.vocabulary.Status;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The parcels of a day and what is sent of them; the same seed, serial and end make the same day. */
record Today(List<Parcel> parcels, List<Transmission> transmissions) {

    static Today of(long seed, int firstSerial, int count, Instant end) {
        Random random = new Random(seed);
        List<Parcel> parcels = new Day(random, firstSerial, end).parcels(count);
        List<Transmission> strange = new Strange(random, end, parcels).transmissions();
        return new Today(parcels, new Dirt(random).on(Transmissions.of(parcels), strange));
    }

    /** Lines for a terminal. */
    List<String> toTry(URI query) {
        List<String> lines = new ArrayList<>(List.of("", "Try:"));
        for (Status status : List.of(Status.DELIVERED, Status.DELIVERY_ATTEMPTED, Status.IN_TRANSIT)) {
            parcels.stream()
                    .filter(parcel -> parcel.story().end() == status)
                    .findFirst()
                    .ifPresent(parcel -> lines.add(
                            "  curl -s %s   # %s".formatted(query.resolve("/v1/tracking/" + parcel.number()), status)));
        }
        return lines;
    }
}
