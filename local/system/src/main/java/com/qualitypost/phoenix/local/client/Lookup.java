package com.qualitypost.phoenix.local.client;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the query API answered.
 *
 * @param code the HTTP status
 */
public record Lookup(int code, String body, HttpHeaders headers) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public boolean isFound() {
        return code == 200;
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** Where the parcel stands. */
    public String status() {
        return json().path("status").asString("");
    }
}
