package com.qualitypost.phoenix.local.quarantine;

import com.qualitypost.phoenix.local.client.Addresses.Management;
import com.qualitypost.phoenix.local.client.Operator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Calls the quarantine's addresses on the management port. */
final class Operators implements AutoCloseable {
    private final Operator operator;

    Operators(Management management) {
        operator = new Operator(management.ingest(), management.token());
    }

    JsonNode list(Map<String, String> question) {
        String query = question.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return operator.get("/v1/quarantine?" + query);
    }

    JsonNode show(RecordId id) {
        return operator.get("/v1/quarantine/%s/%s/%s".formatted(id.topic(), id.partition(), id.offset()));
    }

    JsonNode replay(Map<String, Object> request) {
        return operator.post("/v1/quarantine:replay", request);
    }

    JsonNode outcomes(String replay) {
        return operator.get("/v1/quarantine/replays/" + replay);
    }

    @Override
    public void close() {
        operator.close();
    }
}
