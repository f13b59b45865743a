package com.qualitypost.phoenix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.junit.JavaScript;
import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;
import com.qualitypost.phoenix.topic.Topic;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Analysts read the public topics in their own language, without any of our code, as docs/consuming.md promises. */
@Needs(Need.NODE)
class InteroperabilityJourney {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aConsumerInJavaScriptReadsTheEventsThroughTheRegistry() {
        String number = RunningSystem.newNumber();
        Courier courier = new Courier(number);
        UUID pickedUp = courier.scans(Kind.PICKED_UP);
        UUID held = courier.scans(Kind.HELD, "reason", "weather_closed");

        List<JsonNode> events = events(number, 2);

        JsonNode first = events.getFirst().path("value");
        assertThat(first.path("tracking_number").asString()).isEqualTo(number);
        assertThat(first.path("status_before").asString()).isEqualTo("UNKNOWN");
        assertThat(first.path("status").asString()).isEqualTo("PICKED_UP");
        assertThat(first.path("outcome").asString()).isEqualTo("MOVED");
        assertThat(first.path("fact").path("scan_id").asString()).isEqualTo(pickedUp.toString());
        assertThat(Instant.ofEpochMilli(first.path("fact").path("occurred_at").asLong()))
                .isBetween(Instant.now().minusSeconds(86_400), Instant.now());
        JsonNode second = events.getLast();
        assertThat(second.path("headers").path("ce_id").asString()).isEqualTo(held.toString());
        assertThat(second.path("value").path("status").asString()).isEqualTo("ON_HOLD");
        assertThat(second.path("value").path("fact").path("reason").asString()).isEqualTo("weather_closed");
    }

    private static List<JsonNode> events(String number, int count) {
        JavaScript.Ended ended = JavaScript.install("js")
                .run(
                        Map.of(),
                        "node",
                        "consume.js",
                        RunningSystem.addresses().bootstrapServers(),
                        RunningSystem.confluentRegistry(),
                        Topic.SHIPMENT_EVENTS.topicName(),
                        number,
                        Integer.toString(count));
        assertThat(ended.status()).as(ended.errors()).isZero();
        return ended.output().lines().map(JSON::readTree).toList();
    }
}
