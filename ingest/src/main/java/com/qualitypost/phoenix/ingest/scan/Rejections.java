package com.qualitypost.phoenix.ingest.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.qualitypost.phoenix.ingest.scan.ScanReader.Read.Rejected;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From a rejected item to its entry in the quarantine. */
final class Rejections {

    /** Stands where other entries name the topic that the record stood on. */
    private static final String HTTP = "http";

    /** No scan is that large. Of what is, only the number is kept. */
    private static final int MOST_BYTES = 64 << 10;

    private static final int LONGEST_NUMBER = 64;

    private static final Set<String> FIELDS = Stream.of(
                    ScanItem.class,
                    ScanItem.PlaceItem.class,
                    ScanItem.CorrectionItem.class,
                    ScanItem.TicketItem.class,
                    ScanItem.PointItem.class)
            .flatMap(type -> Stream.of(type.getRecordComponents()))
            .map(RecordComponent::getName)
            .map(ScanReader::field)
            .collect(toUnmodifiableSet());

    /** Their entries have names of their own. */
    private static final Set<String> MAPS = Set.of("attributes", "references");

    private Rejections() {}

    static QuarantinedScan entry(ObjectNode item, Rejected why, String deviceId, Instant receivedAt) {
        String entered = item.path("tracking_number").asString("").strip();
        long number = item.path("device_seq").asLong(-1);
        byte[] kept = kept(item).toString().getBytes(UTF_8);
        return QuarantinedScan.newBuilder()
                .setReason(why.code())
                .setDetail(why.detail())
                .setRefusedBy("gateway")
                .setRefusedAt(receivedAt)
                .setSourceTopic(HTTP)
                .setSourcePartition(-1)
                .setSourceOffset(-1)
                .setScanId(scanId(item))
                .setTrackingNumber(
                        TrackingNumber.read(entered) instanceof Reading.Valid v
                                ? v.number().value()
                                : null)
                .setDeviceId(deviceId)
                .setDeviceSeq(number < 0 ? null : number)
                .setKey(
                        entered.isEmpty() || entered.length() > LONGEST_NUMBER
                                ? null
                                : ByteBuffer.wrap(entered.getBytes(UTF_8)))
                .setValue(kept.length > MOST_BYTES ? null : ByteBuffer.wrap(kept))
                .build();
    }

    static @Nullable UUID scanId(JsonNode item) {
        try {
            return UUID.fromString(item.path("scan_id").asString(""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The fields of the contract only: nobody's name may come to a topic in a field that was not asked for. */
    private static JsonNode kept(ObjectNode item) {
        ObjectNode kept = item.deepCopy();
        if (!kept.path("delivered_to").asString("").matches(ScanItem.DELIVERED_TO)) {
            kept.remove("delivered_to");
        }
        retainFields(kept);
        return kept;
    }

    private static void retainFields(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.retain(FIELDS);
            object.properties().stream()
                    .filter(field -> !MAPS.contains(field.getKey()))
                    .forEach(field -> retainFields(field.getValue()));
        } else {
            node.forEach(Rejections::retainFields);
        }
    }
}
