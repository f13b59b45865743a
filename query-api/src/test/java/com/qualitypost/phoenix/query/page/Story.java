package com.qualitypost.phoenix.query.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Properties;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Parcels in every state that the page shows, stored as the projections write them and in the projections' words. */
enum Story {
    CREATED("CREATED", "", 72, "TICKET_ISSUED--"),
    PICKED_UP("PICKED_UP", "", 50, "TICKET_ISSUED-- PICKED_UP-Puebla-MX"),
    ON_ITS_WAY("IN_TRANSIT", "", 30, "DEPARTED-Puebla-MX ARRIVED-Ciudad de México-MX DEPARTED-Ciudad de México-MX"),
    OUT_FOR_DELIVERY(
            "OUT_FOR_DELIVERY", "", 5, "ARRIVED-Ciudad de México-MX ARRIVED-Mérida-MX OUT_FOR_DELIVERY-Mérida-MX"),
    ATTEMPTED(
            "DELIVERY_ATTEMPTED",
            "consignee_absent",
            5,
            "ARRIVED-Guadalajara-MX OUT_FOR_DELIVERY-Mérida-MX DELIVERY_FAILED-Mérida-MX"),
    ACTION_REQUIRED(
            "ON_HOLD",
            "shipper_address_wrong",
            30,
            "ARRIVED-Tijuana-MX ARRIVED-Guadalajara-MX ADDRESS_QUERY-Guadalajara-MX"),
    COUNTER("AVAILABLE_FOR_PICKUP", "consignee_collects", 30, "ARRIVED-Monterrey-MX READY_FOR_PICKUP-Mérida-MX"),
    DELIVERED("DELIVERED", "", -1, "ARRIVED-Ciudad de México-MX OUT_FOR_DELIVERY-Mérida-MX DELIVERED-Mérida-MX"),
    LATE(
            "IN_TRANSIT",
            "weather_delayed",
            -40,
            "ARRIVED-Tijuana-MX DEPARTED-Guadalajara-MX ARRIVED-Ciudad de México-MX"),
    STALE("IN_TRANSIT", "", 30, "ARRIVED-Hermosillo-MX DEPARTED-Guadalajara-MX"),
    CORRECTED("IN_TRANSIT", "", 30, "ARRIVED-Puebla-MX ARRIVED-Ciudad de México-MX"),
    RETURNING(
            "RETURNING",
            "consignee_refused",
            -60,
            "OUT_FOR_DELIVERY-Mérida-MX RETURN_STARTED-Mérida-MX ARRIVED-Ciudad de México-MX"),
    RETURNED("RETURNED", "", -90, "RETURN_STARTED-Mérida-MX RETURNED_TO_SENDER-Puebla-MX"),
    LOST("FAILED", "", -90, "ARRIVED-Springfield-US LOST--"),
    CANCELLED("CANCELLED", "", 30, "TICKET_ISSUED-- VOIDED--"),
    NO_STATUS("UNKNOWN", "", 30, "INFO_RECORDED-Mérida-MX");

    static final String POSTCODE = "97000";
    static final String SECRET = "Calle 60 #501";

    private static final String ID = "0198f3c2-7a10-7cc3-98c4-dc0c0c07398";
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

    final TrackingNumber number = TrackingNumber.ours(71_000_000 + ordinal());
    private final String status;
    private final String reason;
    private final int promisedInHours;
    private final String[] happened;

    Story(String status, String reason, int promisedInHours, String happened) {
        this.status = status;
        this.reason = reason;
        this.promisedInHours = promisedInHours;
        this.happened = happened.split(" (?=[A-Z_]+-)");
    }

    Duration untilStale() {
        return this == STALE ? Duration.ofHours(-1) : Duration.ofDays(1);
    }

    String body(String language) {
        Properties words = words(language);
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(-6)).truncatedTo(ChronoUnit.MINUTES);
        ObjectNode body = JSON.createObjectNode().put("stale", false);
        body.put("tracking_number", number.value()).put("status", status);
        body.put("status_text", words.getProperty("status." + status));
        putReason(body, words);
        body.put("action_required", this == ACTION_REQUIRED || this == COUNTER);
        body.putObject("destination")
                .put("city", this == LOST ? "Nirgends" : "Mérida")
                .put("country", "MX");
        OffsetDateTime until = now.plusHours(promisedInHours);
        window(body.putObject("promised"), until);
        for (int i = happened.length - 1; i >= 0; i--) {
            event(body.withArray("events").addObject(), i, now, words);
        }
        return body.toString();
    }

    private static void window(ObjectNode window, OffsetDateTime until) {
        window.put("from", RFC_3339.format(until.minusHours(4)));
        window.put("until", RFC_3339.format(until));
    }

    private void event(ObjectNode event, int index, OffsetDateTime now, Properties words) {
        String[] parts = happened[index].split("-", -1);
        event.put("id", ID + index).put("kind", parts[0]);
        event.put("text", words.getProperty("kind." + parts[0])).put("status", status);
        event.put("occurred_at", RFC_3339.format(lastAt(now).minusMinutes(560L * (happened.length - 1 - index))));
        if (!parts[1].isEmpty()) {
            event.putObject("place")
                    .put("code", "X1")
                    .put("name", SECRET)
                    .put("city", parts[1])
                    .put("country", parts[2]);
        }
        if (index == happened.length - 1) {
            putReason(event, words);
        }
        if (index == 0) {
            event.put("time_quality", "UNSYNCED");
        } else if (this == CORRECTED) {
            event.put("note_text", words.getProperty("note.corrected"));
        }
    }

    private OffsetDateTime lastAt(OffsetDateTime now) {
        return now.minusMinutes(this == STALE ? 9_000 : 95);
    }

    /** The same events as the rules write them, at a place that only the recipient may know. */
    String timeline() {
        ArrayNode timeline = JSON.createArrayNode();
        for (int i = 0; i < happened.length; i++) {
            timeline.addObject()
                    .put("id", ID + i)
                    .put("kind", happened[i].split("-", -1)[0])
                    .put("at", 0)
                    .put("offset_minutes", -360)
                    .putObject("place")
                    .put("name", SECRET)
                    .put("postcode", POSTCODE)
                    .put("city", "Mérida");
        }
        return timeline.toString();
    }

    private void putReason(ObjectNode node, Properties words) {
        if (!reason.isEmpty()) {
            node.put("reason", reason).put("reason_text", words.getProperty("reason." + reason));
        }
    }

    /** What the projections say; their module shares no code with this one. */
    static Properties words(String language) {
        Properties words = new Properties();
        Path catalogue =
                Path.of("..", "projections", "src", "main", "resources", "messages_%s.properties".formatted(language));
        try (Reader reader = Files.newBufferedReader(catalogue, UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
