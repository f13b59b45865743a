package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.demo.world.DemoDay.DemoParcel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Scans that do not belong to any parcel's life: none of them may change a parcel's status. */
public final class OddScans {
    public static final int MISTYPED = 12;
    public static final int UNKNOWN_KINDS = 8;
    public static final int FUTURE = 6;
    public static final int CONFLICTS = 3;

    private static final Duration AHEAD = Duration.ofDays(3);

    private final Random random;
    private final Instant end;
    private final List<DemoParcel> parcels;

    OddScans(Random random, Instant end, List<DemoParcel> parcels) {
        this.random = random;
        this.end = end;
        this.parcels = parcels;
    }

    /** Each in a batch of its own. */
    List<Transmission> transmissions() {
        List<Transmission> strange = new ArrayList<>();
        for (int i = 0; i < MISTYPED; i++) {
            String number = parcel().number();
            char wrong = (char) ('0' + (number.charAt(10) - '0' + 1) % 10);
            strange.add(from(
                    DemoDevice.courier(Depot.MEX, 1), scan(number.substring(0, 10) + wrong + "MX", "ARRIVED", end)));
        }
        for (int i = 0; i < UNKNOWN_KINDS; i++) {
            strange.add(from(DemoDevice.courier(Depot.MTY, 1), scan(parcel().number(), "HANDED_TO_DRONE", end)));
        }
        for (int i = 0; i < FUTURE; i++) {
            strange.add(from(DemoDevice.FROM_THE_FUTURE, scan(parcel().number(), "ARRIVED", end.plus(AHEAD))));
        }
        for (int i = 0; i < CONFLICTS; i++) {
            // A handheld was copied together with the id that it would use next. The first scan counts and changes no
            // status.
            Scan note = scan(parcel().number(), "INFO_RECORDED", end);
            strange.add(from(DemoDevice.courier(Depot.QRO, 1), note.with("place", Depot.QRO.place())));
            strange.add(from(DemoDevice.courier(Depot.OAX, 1), note.with("place", Depot.OAX.place())));
        }
        return strange;
    }

    private DemoParcel parcel() {
        return parcels.get(random.nextInt(parcels.size()));
    }

    private Scan scan(String number, String kind, Instant time) {
        return Scan.of(Scan.newId(time, random), number, kind, time.atOffset(ZoneOffset.ofHours(-6)));
    }

    private static Transmission from(DemoDevice device, Scan scan) {
        return new Transmission(device, List.of(scan), false);
    }
}
