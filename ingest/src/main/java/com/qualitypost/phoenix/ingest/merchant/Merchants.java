package com.qualitypost.phoenix.ingest.merchant;

import com.qualitypost.phoenix.tables.Utc;
import com.qualitypost.phoenix.vocabulary.Secret;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores merchants and their keys in the tables {@code merchant} and {@code api_key}. */
public final class Merchants {
    private static final String ADD = """
            INSERT INTO merchant (merchant_id) VALUES (:merchant) ON DUPLICATE KEY UPDATE merchant_id = merchant_id
            """;
    private static final String ADD_KEY = """
            INSERT INTO api_key (key_id, merchant_id, mode, key_hash) VALUES (:id, :merchant, :mode, :hash)
            """;
    private static final String REVOKE = """
            UPDATE api_key SET revoked_at = COALESCE(revoked_at, UTC_TIMESTAMP(3)) WHERE key_id = :id
            """;
    private static final String EXISTS = "SELECT COUNT(*) FROM api_key WHERE key_id = :id";
    private static final String OF_KEY = """
            SELECT merchant_id, mode = 'test' AS test FROM api_key WHERE key_hash = :hash AND revoked_at IS NULL
            """;
    private static final String LIST = """
            SELECT key_id, merchant_id, mode, created_at, revoked_at
              FROM api_key
             ORDER BY merchant_id, created_at, key_id
             LIMIT 1000
            """;

    private final JdbcClient db;

    Merchants(JdbcClient db) {
        this.db = db;
    }

    /** A merchant may have several keys, so that one can be replaced without a break. */
    ApiKey add(String merchant, Mode mode) {
        ApiKey key = ApiKey.make(mode);
        db.sql(ADD).param("merchant", merchant).update();
        db.sql(ADD_KEY)
                .param("id", key.id())
                .param("merchant", merchant)
                .param("mode", mode.word())
                .param("hash", key.hash())
                .update();
        return key;
    }

    /** False if there is no such key; a revoked key stays revoked. */
    boolean revoke(String keyId) {
        db.sql(REVOKE).param("id", keyId).update();
        return db.sql(EXISTS).param("id", keyId).query(Integer.class).single() > 0;
    }

    /** Whose key it is, and what for. */
    public record Owner(String merchantId, boolean test) {}

    /** Empty for an unknown or revoked key. */
    public Optional<Owner> owner(String key) {
        return db.sql(OF_KEY)
                .param("hash", Secret.hash(key))
                .query((row, _) -> new Owner(row.getString("merchant_id"), row.getBoolean("test")))
                .optional();
    }

    List<KeyEntry> list() {
        return db.sql(LIST)
                .query((row, _) -> new KeyEntry(
                        row.getString("key_id"),
                        row.getString("merchant_id"),
                        row.getString("mode"),
                        Utc.instant(row, "created_at"),
                        Utc.instantOrNull(row, "revoked_at")))
                .list();
    }
}
