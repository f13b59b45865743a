package com.qualitypost.phoenix.projections.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord.Window;
import com.qualitypost.phoenix.tables.PackedText;
import com.qualitypost.phoenix.tables.Timeline;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswerRendererTest {
    private static final String TIMELINE = """
            [{"id":"0190b5f0-0000-7000-8000-000000000001","kind":"PICKED_UP","status":"PICKED_UP","moved":true,
              "at":1795255200123,"offset_minutes":-360,"time_quality":"CORRECTED",
              "place":{"code":"MID","name":"Centro Mérida","city":"Mérida","postcode":"97000","country":"MX"}},
             {"id":"0190b5f0-0000-7000-8000-000000000002","kind":"DELIVERY_FAILED","status":"DELIVERY_ATTEMPTED",
              "moved":true,"at":1795341600000,"offset_minutes":0,"time_quality":"UNKNOWN",
              "next_place":{"city":"Cancún"},"reason":"consignee_absent","note":"corrected"}]
            """;

    private static final ShipmentRecord FULL = new ShipmentRecord(
            "PQ000000015MX",
            3,
            41,
            "DELIVERY_ATTEMPTED",
            "OUT_FOR_DELIVERY",
            Instant.parse("2026-11-22T10:00:00Z"),
            "consignee_absent",
            true,
            "express",
            "Cancún",
            "77500",
            "MX",
            new Window(Instant.parse("2026-11-22T12:00:00Z"), Instant.parse("2026-11-22T18:00:00.5Z")),
            null,
            false,
            PackedText.of(TIMELINE),
            new ShipmentRecord.Order(null, null, null, null));

    private static final ShipmentRecord BARE = new ShipmentRecord(
            "RB123456785GB",
            1,
            1,
            "UNKNOWN",
            "UNKNOWN",
            null,
            null,
            false,
            null,
            null,
            null,
            null,
            new Window(null, null),
            null,
            false,
            PackedText.of("[]"),
            new ShipmentRecord.Order(null, null, null, null));

    private static String body(Language language, ShipmentRecord shipment) {
        List<Event> events = Event.possible(Timeline.read(shipment.timeline()));
        return new String(new AnswerRenderer(language).of(shipment, events), UTF_8);
    }

    @Test
    void theWholeAnswerIsWrittenInTheCustomersLanguageNewestEventFirst() {
        assertThat(body(Language.EN, FULL)).isEqualTo("""
                        {"stale":false,"tracking_number":"PQ000000015MX","status":"DELIVERY_ATTEMPTED",\
                        "status_text":"We tried to deliver your parcel, but could not.",\
                        "status_since":"2026-11-22T10:00:00.000Z","reason":"consignee_absent",\
                        "reason_text":"Nobody was at home. Please make sure that somebody can receive the parcel at the next attempt.","action_required":true,"service":"express",\
                        "destination":{"city":"Cancún","country":"MX"},\
                        "promised":{"from":"2026-11-22T07:00:00.000-05:00","until":"2026-11-22T13:00:00.500-05:00"},\
                        "previous_status":"OUT_FOR_DELIVERY","proof_of_delivery":false,"events":[\
                        {"id":"0190b5f0-0000-7000-8000-000000000002","kind":"DELIVERY_FAILED",\
                        "status":"DELIVERY_ATTEMPTED","text":"We tried to deliver the parcel, without success.",\
                        "occurred_at":"2026-11-22T10:00:00.000Z","clock":"reporter","next_place":{"city":"Cancún"},\
                        "reason":"consignee_absent","reason_text":"Nobody was at home. Please make sure that somebody can receive the parcel at the next attempt.","note":"corrected",\
                        "note_text":"This entry corrected or withdrew earlier information."},\
                        {"id":"0190b5f0-0000-7000-8000-000000000001","kind":"PICKED_UP","status":"PICKED_UP",\
                        "text":"We picked up the parcel.","occurred_at":"2026-11-21T04:00:00.123-06:00",\
                        "time_quality":"CORRECTED","place":{"city":"Mérida","country":"MX"}}],\
                        "links":{"self":"/v1/tracking/PQ000000015MX","page":"/t/PQ000000015MX"}}""");
        assertThat(body(Language.ES, FULL))
                .contains(
                        "\"reason_text\":\"No encontramos a nadie en el domicilio. Procura que alguien pueda recibir el paquete en el siguiente intento.\"");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(body(Language.ES, BARE)).isEqualTo("""
                        {"stale":false,"tracking_number":"RB123456785GB","status":"UNKNOWN",\
                        "status_text":"Todavía no tenemos noticias de tu paquete.","action_required":false,\
                        "proof_of_delivery":false,"events":[],\
                        "links":{"self":"/v1/tracking/RB123456785GB","page":"/t/RB123456785GB"}}""");
    }

    @Test
    void ofPlacesAStrangerSeesTheCity() {
        assertThat(body(Language.ES, FULL)).contains("Mérida").doesNotContain("97000", "MID", "Centro");
    }

    @Test
    void aStrangerSeesThisAndNoMore() {
        assertThat(members(new JsonMapper().readTree(body(Language.ES, FULL)), "")
                        .distinct())
                .containsExactlyInAnyOrder(
                        "/stale",
                        "/tracking_number",
                        "/status",
                        "/status_text",
                        "/status_since",
                        "/previous_status",
                        "/reason",
                        "/reason_text",
                        "/action_required",
                        "/service",
                        "/destination/city",
                        "/destination/country",
                        "/promised/from",
                        "/promised/until",
                        "/proof_of_delivery",
                        "/events/id",
                        "/events/kind",
                        "/events/status",
                        "/events/text",
                        "/events/occurred_at",
                        "/events/clock",
                        "/events/time_quality",
                        "/events/place/city",
                        "/events/place/country",
                        "/events/next_place/city",
                        "/events/reason",
                        "/events/reason_text",
                        "/events/note",
                        "/events/note_text",
                        "/links/self",
                        "/links/page");
    }

    private static Stream<String> members(JsonNode node, String path) {
        if (node.isArray()) {
            return node.values().stream().flatMap(element -> members(element, path));
        }
        return node.isObject()
                ? node.properties().stream().flatMap(member -> members(member.getValue(), path + "/" + member.getKey()))
                : Stream.of(path);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            -       | -     | 2026-11-27T03:15:00.000Z      | reporter
            -       | 22000 | 2026-11-26T19:15:00.000-08:00 | -
            Tijuana | -     | 2026-11-26T19:15:00.000-08:00 | -
            Macondo | -     | 2026-11-27T03:15:00.000Z      | reporter""")
    void anEventIsOnTheClockOfItsPlaceElseOnTheReportersWhichIsSaid(
            @Nullable String city, @Nullable String postcode, String time, @Nullable String clock) {
        String place = (city == null ? "" : "\"city\":\"" + city + "\",")
                + (postcode == null ? "" : "\"postcode\":\"" + postcode + "\",")
                + "\"code\":\"X\"";
        JsonNode event =
                event("{\"id\":\"1\",\"kind\":\"DELIVERED\",\"at\":1795749300000,\"offset_minutes\":0,\"place\":{%s}}"
                        .formatted(place));

        assertThat(event.path("occurred_at").asString()).isEqualTo(time);
        assertThat(event.path("clock").asString(null)).isEqualTo(clock);
        assertThat(event.path("place").isMissingNode()).isEqualTo(city == null);
    }

    private static JsonNode event(String line) {
        return new JsonMapper()
                .readTree(body(Language.ES, withTimeline("[" + line + "]")))
                .path("events")
                .path(0);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            Tijuana | -     | 0    | 2026-11-26T09:00:00.000-08:00 | -
            -       | 77500 | -360 | 2026-11-26T12:00:00.000-05:00 | -
            Macondo | -     | -420 | 2026-11-26T10:00:00.000-07:00 | reporter
            -       | -     | 0    | 2026-11-26T11:00:00.000-06:00 | reporter""")
    void aPromiseIsOnTheClockOfTheDestinationElseOnThatOfWhoOrderedElseOnMexicoCitys(
            @Nullable String city, @Nullable String postcode, int offset, String from, @Nullable String clock) {
        Window promised = new Window(Instant.parse("2026-11-26T17:00:00Z"), null);
        String timeline = "[{\"id\":\"1\",\"kind\":\"TICKET_ISSUED\",\"at\":1795749300000,\"offset_minutes\":%d}]"
                .formatted(offset);

        JsonNode window = new JsonMapper()
                .readTree(body(Language.ES, shipment(city, postcode, promised, timeline)))
                .path("promised");

        assertThat(window.path("from").asString()).isEqualTo(from);
        assertThat(window.path("clock").asString(null)).isEqualTo(clock);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a place in another season  | TICKET_ISSUED CREATED -420 Tijuana | 2026-11-05T09:00:00.000-08:00
            a place told in UTC        | TICKET_ISSUED CREATED 0 Tijuana | 2026-11-05T09:00:00.000-08:00
            a pick-up before the order | PICKED_UP PICKED_UP -480 Tijuana, TICKET_ISSUED CREATED -360 Puebla | 2026-11-05T11:00:00.000-06:00
            an advice before the order | PRE_ADVISED CREATED -480 Tijuana, TICKET_ISSUED CREATED -360 Puebla | 2026-11-05T11:00:00.000-06:00
            an advice, and no ticket   | PICKED_UP PICKED_UP -360 Puebla, PRE_ADVISED CREATED -480 Tijuana | 2026-11-05T09:00:00.000-08:00
            neither order nor advice   | PICKED_UP PICKED_UP -480 Tijuana, ARRIVED IN_TRANSIT -360 Puebla | 2026-11-05T09:00:00.000-08:00""")
    void aPromiseToNoKnownPlaceIsToldOnTheClockThatItWasCountedOnWhichIsTheOrders(
            String order, String timeline, String from) {
        Window promised = new Window(Instant.parse("2026-11-05T17:00:00Z"), null);
        String lines = Stream.of(timeline.split(", "))
                .map(line -> line.split(" "))
                .map(line ->
                        "{\"id\":\"1\",\"kind\":\"%s\",\"status\":\"%s\",\"at\":1793379600000,\"offset_minutes\":%s,\"place\":{\"city\":\"%s\"}}"
                                .formatted((Object[]) line))
                .collect(joining(","));

        JsonNode window = new JsonMapper()
                .readTree(body(Language.ES, shipment(null, null, promised, "[" + lines + "]")))
                .path("promised");

        assertThat(window.path("from").asString()).as(order).isEqualTo(from);
        assertThat(window.path("clock").asString()).isEqualTo("reporter");
    }

    @Test
    void aTimelineThatCannotBeReadCostsTheEventsAndNotTheAnswer() {
        var damaged = new TrackingRows().of(withTimeline("[{\"id\":"), 1);

        assertThat(new String(damaged.answers().spanish(), UTF_8)).contains("\"events\":[],");
    }

    @Test
    void anEntryThatCannotBeCostsItselfAndNotTheOthers() {
        var damaged = new TrackingRows().of(withTimeline("""
                [{"id":"0190b5f0-0000-7000-8000-000000000001","kind":"ARRIVED","at":9223372036854775807},
                 {"id":"0190b5f0-0000-7000-8000-000000000002","kind":"ARRIVED","at":1795341600123}]"""), 1);

        assertThat(new String(damaged.answers().spanish(), UTF_8))
                .contains("-000000000002")
                .doesNotContain("-000000000001");
    }

    @Test
    void aTimelineThatNoTableCouldHoldCostsTheEventsAndNotTheAnswer() {
        String line = "{\"id\":\"%s\",\"kind\":\"ARRIVED\",\"at\":1}".formatted("x".repeat(1 << 20));
        String timeline = "[" + String.join(",", Collections.nCopies(5, line)) + "]";

        var damaged = new TrackingRows().of(withTimeline(timeline), 1);

        assertThat(new String(damaged.answers().spanish(), UTF_8)).contains("\"events\":[],");
    }

    private static ShipmentRecord withTimeline(String timeline) {
        return shipment(null, null, BARE.promised(), timeline);
    }

    private static ShipmentRecord shipment(
            @Nullable String city, @Nullable String postcode, Window promised, String timeline) {
        return new ShipmentRecord(
                BARE.trackingNumber(),
                1,
                1,
                BARE.status(),
                BARE.previousStatus(),
                null,
                null,
                false,
                null,
                city,
                postcode,
                "MX",
                promised,
                null,
                false,
                PackedText.of(timeline),
                new ShipmentRecord.Order(null, null, null, null));
    }
}
