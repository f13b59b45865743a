package com.qualitypost.phoenix.local.client;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of the query API.
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

    /** The parcel's status. */
    public String status() {
        return json().path("status").asString("");
    }
}
