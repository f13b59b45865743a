package com.qualitypost.phoenix.query.merchant;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Nodes;
import com.qualitypost.phoenix.query.tracking.LookupProblems;
import com.qualitypost.phoenix.tables.CdcPosition;
import com.qualitypost.phoenix.vocabulary.MerchantId;
import com.qualitypost.phoenix.vocabulary.Secret;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the merchant of a key. Nothing is cached, so that a revoked key is refused at once. */
@Component
public class Merchants {
    static final String BY_KEY = """
            SELECT %s, k.merchant_id, k.mode = 'test'
              FROM %s
              LEFT JOIN phoenix.api_key k ON k.key_hash = :hash AND k.revoked_at IS NULL
             WHERE %s""".formatted(CdcPosition.FRESHNESS, CdcPosition.ROW, CdcPosition.IS_THE_ROW);

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");

    private final Nodes nodes;

    Merchants(Nodes nodes) {
        this.nodes = nodes;
    }

    private record Found(Freshness freshness, @Nullable Merchant merchant) implements HasFreshness {}

    /** Reads the header {@code Authorization}; refuses unknown keys. */
    public Merchant asking(@Nullable String authorization) {
        String key = key(authorization)
                .orElseThrow(() ->
                        refused("missing_key", "Key needed", "Send your key: 'Authorization: Bearer sk_live_...'."));
        Found found = find(key).orElseThrow(LookupProblems::unavailable);
        if (found.merchant() == null) {
            throw refused("unknown_key", "Unknown key", "This key is unknown or revoked. Ask us for a new one.");
        }
        return found.merchant();
    }

    /** Also empty if no node answers. */
    Optional<Merchant> known(@Nullable String authorization) {
        return key(authorization).flatMap(this::find).map(Found::merchant);
    }

    private Optional<Found> find(String key) {
        byte[] hash = Secret.hash(key);
        return nodes.ask(jdbc -> find(hash, jdbc)).map(NodeAnswer::found);
    }

    private static Found find(byte[] hash, JdbcClient jdbc) {
        return jdbc.sql(BY_KEY)
                .param("hash", hash)
                .query((row, _) -> {
                    String id = row.getString(3);
                    return new Found(
                            new Freshness(row.getObject(1, LocalDateTime.class), row.getObject(2, LocalDateTime.class)),
                            id == null ? null : merchant(id, row.getBoolean(4)));
                })
                .single();
    }

    /**
     * Some keys are older than the rules for names: a name that looks like another merchant's test mode, or like
     * another with a blank, opens nothing.
     */
    private static @Nullable Merchant merchant(String id, boolean test) {
        return MerchantId.isWellFormed(id) ? new Merchant(test ? MerchantId.inTestMode(id) : id) : null;
    }

    private static Optional<String> key(@Nullable String authorization) {
        Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }

    private static ProblemException refused(String code, String title, String detail) {
        HttpHeaders challenge = new HttpHeaders();
        challenge.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return new ProblemException(HttpStatus.UNAUTHORIZED, code, title, detail).with(challenge);
    }

    /**
     * The merchant that a key belongs to.
     *
     * @param id as in the tickets of its parcels; with a test key, that of its test mode
     */
    public record Merchant(String id) {}
}
