package com.qualitypost.phoenix.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.qualitypost.phoenix.ingest.gateway.ScanReader.Read.Rejected;
import com.qualitypost.phoenix.ingest.gateway.body.RawScan;
import com.qualitypost.phoenix.ingest.gateway.body.SentId;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rejected item, as answered to the device and as kept in the quarantine.
 *
 * @param known what could be read of it
 * @param isWhole whether that is all of it
 */
record Rejection(ObjectNode known, boolean isWhole, Rejected why) {
    /** Takes the place of the topic name that other quarantine entries have. */
    private static final String HTTP = "http";

    /** Larger than any real scan; of larger items only the tracking number is kept. */
    private static final int MOST_BYTES = 64 << 10;

    private static final int LONGEST_NUMBER = 64;

    /** Reads what the contract refuses; of a repeated field the last value. */
    private static final JsonMapper LENIENT = new JsonMapper();

    private static final String SCAN_ID = "scan_id";
    private static final String TRACKING_NUMBER = "tracking_number";
    private static final String DEVICE_SEQ = "device_seq";
    private static final Set<String> IDENTITY = Set.of(SCAN_ID, TRACKING_NUMBER, DEVICE_SEQ);

    private static final Set<String> FIELDS = Stream.of(
                    ScanItem.class,
                    ScanItem.PlaceItem.class,
                    ScanItem.CorrectionItem.class,
                    ScanItem.TicketItem.class,
                    ScanItem.PointItem.class)
            .flatMap(type -> Stream.of(type.getRecordComponents()))
            .map(RecordComponent::getName)
            .map(FieldNames::inSnakeCase)
            .collect(toUnmodifiableSet());

    /** The names inside these fields are the sender's own. */
    private static final Set<String> MAPS = Set.of("attributes", "references");

    static Rejection of(RawScan raw, Rejected why) {
        if (raw.isObject() && raw.length() <= MOST_BYTES) {
            try {
                return new Rejection((ObjectNode) LENIENT.readTree(raw.json(), raw.from(), raw.length()), true, why);
            } catch (JacksonException e) {
                // The JSON is invalid, but the number may come before the unreadable part.
            }
        }
        return new Rejection(identity(raw), false, why);
    }

    /** Reads only the identifying fields, so the rest never has to fit into memory. */
    private static ObjectNode identity(RawScan raw) {
        ObjectNode identity = LENIENT.createObjectNode();
        try (JsonParser json = LENIENT.createParser(raw.json(), raw.from(), raw.length())) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                for (String name = json.nextName(); name != null; name = json.nextName()) {
                    json.nextToken();
                    if (IDENTITY.contains(name) && json.currentToken().isScalarValue()) {
                        identity.set(name, json.<JsonNode>readValueAsTree());
                    } else {
                        json.skipChildren();
                    }
                }
            }
        } catch (JacksonException e) {
            // What came before this point is all that can be known.
        }
        return identity;
    }

    ItemAnswer answer(int index) {
        return ItemAnswer.rejected(index, scanId().map(SentId::text).orElse(null), why);
    }

    QuarantinedScan entry(String deviceId, Instant receivedAt) {
        String entered = PlainText.trimmed(known.path(TRACKING_NUMBER).asString(""));
        long number = known.path(DEVICE_SEQ).asLong(-1);
        byte[] kept = isWhole ? kept().toString().getBytes(UTF_8) : new byte[0];
        return QuarantinedScan.newBuilder()
                .setReason(why.code())
                .setDetail(why.detail())
                .setRefusedBy("gateway")
                .setRefusedAt(receivedAt)
                .setSourceTopic(HTTP)
                .setSourcePartition(-1)
                .setSourceOffset(-1)
                .setScanId(scanId().map(SentId::id).orElse(null))
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
                .setValue(kept.length == 0 || kept.length > MOST_BYTES ? null : ByteBuffer.wrap(kept))
                .build();
    }

    private Optional<SentId> scanId() {
        return SentId.read(known.path(SCAN_ID).asString(""));
    }

    /** Keeps only fields of the contract: a person's name must not reach a topic in a field that nobody asked for. */
    private JsonNode kept() {
        ObjectNode kept = known.deepCopy();
        if (!ScanItem.DELIVERED_TO.contains(kept.path("delivered_to").asString(""))) {
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
            node.forEach(Rejection::retainFields);
        }
    }
}
