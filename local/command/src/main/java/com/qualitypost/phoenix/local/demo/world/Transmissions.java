package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.local.client.DeviceBatch;
import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.demo.world.DemoDay.DemoParcel;
import com.qualitypost.phoenix.local.demo.world.DemoDay.DemoParcel.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Divides the day into what each device sends at once. */
public final class Transmissions {
    private static final int SCANS_AT_ONCE = 20;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(20);

    private record Dated(Instant time, Transmission transmission) {}

    private Transmissions() {}

    /** In the order in which they would be sent if nothing ever went wrong. */
    static List<Transmission> of(List<DemoParcel> parcels) {
        Map<DemoDevice, List<Happening>> byDevice = parcels.stream()
                .flatMap(parcel -> parcel.life().stream())
                .sorted(Comparator.comparing(Happening::time))
                .collect(Collectors.groupingBy(Happening::device, LinkedHashMap::new, Collectors.toList()));
        return byDevice.entrySet().stream()
                .flatMap(entry -> cut(entry.getKey(), entry.getValue()).stream())
                .sorted(Comparator.comparing(Dated::time))
                .map(Dated::transmission)
                .toList();
    }

    private static List<Dated> cut(DemoDevice device, List<Happening> happenings) {
        List<Dated> cut = new ArrayList<>();
        List<Scan> batch = new ArrayList<>();
        Instant first = happenings.getFirst().time();
        Instant last = first;
        long sequence = 0;
        for (Happening happening : happenings) {
            boolean waited = Duration.between(first, happening.time()).compareTo(LONGEST_WAIT) > 0;
            if (!batch.isEmpty() && (waited || batch.size() == SCANS_AT_ONCE)) {
                cut.add(new Dated(last, new Transmission(device, List.copyOf(batch), true)));
                batch.clear();
                first = happening.time();
            }
            last = happening.time();
            batch.add(happening.scan().with("device_seq", ++sequence));
        }
        cut.add(new Dated(last, new Transmission(device, List.copyOf(batch), true)));
        return cut;
    }

    /** What each device still has to send, in as few batches as possible. */
    public static List<Transmission> packed(List<Transmission> left) {
        Map<DemoDevice, List<Scan>> byDevice = new LinkedHashMap<>();
        left.forEach(transmission -> byDevice.computeIfAbsent(transmission.device(), _ -> new ArrayList<>())
                .addAll(transmission.scans()));
        List<Transmission> packed = new ArrayList<>();
        byDevice.forEach((device, scans) -> {
            for (int from = 0; from < scans.size(); from += DeviceBatch.MAX_SCANS) {
                int to = Math.min(scans.size(), from + DeviceBatch.MAX_SCANS);
                packed.add(new Transmission(device, List.copyOf(scans.subList(from, to)), true));
            }
        });
        return packed;
    }
}
