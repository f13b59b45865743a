package com.qualitypost.phoenix.local.chaos.crowd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Builds bodies that are large, or become large when inflated. */
public final class LargeBodies {
    /** Numbers of parcels that no device of a trial uses. */
    private static final AtomicInteger SERIAL = new AtomicInteger(80_000_000);

    private static final int ENTRIES = 20;
    private static final String LONGEST = "x".repeat(256);

    private LargeBodies() {}

    public static String parcel() {
        return TrackingNumber.ours(SERIAL.getAndIncrement()).value();
    }

    /** Few bytes that inflate to hundreds of thousands of items. */
    public static byte[] bomb() {
        return gzip(("{\"scans\":[" + "[{}],".repeat(400_000) + "{}]}").getBytes(UTF_8));
    }

    /** The beginning of a batch, followed by blanks. */
    public static byte[] inflatesTo(int bytes) {
        return gzip(("{" + " ".repeat(bytes)).getBytes(UTF_8));
    }

    /** A file of empty members, as many as fit. */
    public static byte[] ofMembers(int bytes) {
        byte[] member = gzip(new byte[0]);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        while (members.size() + member.length <= bytes) {
            members.writeBytes(member);
        }
        return members.toByteArray();
    }

    /** Scans of one parcel, each with as many attributes as the contract allows. */
    public static byte[] withAttributes(String parcel, int scans) {
        return batch("CROWD", parcel, scans, "\"attributes\": " + entries());
    }

    /** Scans of one parcel, each with a ticket that has as many references as the contract allows. */
    public static byte[] withTickets(String parcel, int scans) {
        return batch("CROWD", parcel, scans, "\"ticket\": {\"references\": " + entries() + "}");
    }

    /** A device that lost a thousand scans. */
    public static byte[] withGap(String device) {
        return ("{\"device_id\": \"%s\", \"scans\": [%s, %s]}"
                        .formatted(device, scan(parcel(), "\"device_seq\": 1"), scan(parcel(), "\"device_seq\": 1002")))
                .getBytes(UTF_8);
    }

    private static byte[] batch(String device, String parcel, int scans, String more) {
        return ("{\"device_id\": \"%s\", \"scans\": [%s]}"
                        .formatted(
                                device,
                                IntStream.range(0, scans)
                                        .mapToObj(_ -> scan(parcel, more))
                                        .collect(Collectors.joining(","))))
                .getBytes(UTF_8);
    }

    private static String scan(String parcel, String more) {
        return "{\"scan_id\": \"%s\", \"tracking_number\": \"%s\", \"kind\": \"ARRIVED\", \"occurred_at\": \"%s\", %s}"
                .formatted(UUID.randomUUID(), parcel, OffsetDateTime.now(ZoneOffset.UTC), more);
    }

    private static String entries() {
        return IntStream.range(0, ENTRIES)
                .mapToObj(entry -> "\"key%d\": \"%s\"".formatted(entry, LONGEST))
                .collect(Collectors.joining(",", "{", "}"));
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
