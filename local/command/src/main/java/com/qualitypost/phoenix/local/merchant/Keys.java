package com.qualitypost.phoenix.local.merchant;

import com.qualitypost.phoenix.local.client.Management;
import com.qualitypost.phoenix.local.client.Operator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The addresses where keys are made and revoked. */
public final class Keys implements AutoCloseable {
    private static final String PATH = "/v1/merchants/keys";

    private final Operator operator;

    public Keys(Management management) {
        operator = new Operator(management.ingest(), management.token());
    }

    /** A new key and what it is revoked by. */
    public record Made(String id, String key) {
        /** Without the key, which does not belong into logs. */
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
