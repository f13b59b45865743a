package com.qualitypost.phoenix.local.merchant;

import com.qualitypost.phoenix.local.client.Addresses.Management;
import com.qualitypost.phoenix.local.client.Operator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Creates and revokes keys through ingest's management port. */
public final class Keys implements AutoCloseable {
    private static final String PATH = "/v1/merchants/keys";

    private final Operator operator;

    public Keys(Management management) {
        operator = new Operator(management.ingest(), management.token());
    }

    /** A new key, and the id to revoke it with. */
    public record Made(String id, String key) {
        /** Leaves the key out: it must not get into logs. */
        @Override
        public String toString() {
            return id;
        }
    }

    public Made add(String merchant, boolean test) {
        JsonNode made = operator.post(PATH, Map.of("merchant_id", merchant, "mode", test ? "test" : "live"));
        return new Made(made.path("key_id").asString(""), made.path("key").asString(""));
    }

    void revoke(String keyId) {
        operator.post("%s/%s:revoke".formatted(PATH, URLEncoder.encode(keyId, StandardCharsets.UTF_8)), Map.of());
    }

    JsonNode list() {
        return operator.get(PATH);
    }

    @Override
    public void close() {
        operator.close();
    }
}
