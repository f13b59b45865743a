package com.qualitypost.phoenix.local.journey;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer that a customer got. */
public record SeenAnswer(int code, String body, String etag) {
    private static final JsonMapper JSON = new JsonMapper();

    SeenAnswer(HttpResponse<String> response) {
        this(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag").orElse(""));
    }

    public String status() {
        return json().path("status").asString("");
    }

    String text() {
        return json().path("status_text").asString("");
    }

    /** The timeline, newest first. */
    public List<JsonNode> events() {
        return json().path("events").values().stream().toList();
    }

    /** The kinds of the timeline, oldest first. */
    List<String> kinds() {
        return events().reversed().stream()
                .map(event -> event.path("kind").asString())
                .toList();
    }

    private JsonNode json() {
        return JSON.readTree(body);
    }
}
