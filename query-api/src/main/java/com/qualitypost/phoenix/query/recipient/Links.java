package com.qualitypost.phoenix.query.recipient;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Nodes;
import com.qualitypost.phoenix.query.merchant.Merchants.Merchant;
import com.qualitypost.phoenix.vocabulary.Secret;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes links for the parcels in a merchant's list. */
@Component
class Links {
    static final String OWNED = """
            SELECT UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL :days DAY, COUNT(*) > 0
              FROM phoenix_read.merchant_shipment
             WHERE tracking_number = :number AND merchant_id = :merchant""";

    private static final String ADD = """
            INSERT INTO phoenix.recipient_link (link_hash, tracking_number, merchant_id, expires_at)
            VALUES (:hash, :number, :merchant, :expiresAt)""";

    private final Nodes nodes;

    Links(@Qualifier("recipientNodes") Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * A parcel's link, if the parcel is the merchant's.
     *
     * @param expiresAt UTC
     */
    record Made(Freshness freshness, boolean owned, String link, LocalDateTime expiresAt) implements HasFreshness {}

    /** Empty if the writer is away. */
    Optional<Made> make(Merchant merchant, TrackingNumber number, int days) {
        return nodes.askWriter(jdbc -> make(jdbc, merchant, number, days)).map(NodeAnswer::found);
    }

    private static Made make(JdbcClient jdbc, Merchant merchant, TrackingNumber number, int days) {
        Made made = jdbc.sql(OWNED)
                .param("days", days)
                .param("number", number.value())
                .param("merchant", merchant.id())
                .query((row, _) -> new Made(
                        new Freshness(row.getObject(1, LocalDateTime.class), null),
                        row.getBoolean(3),
                        Secret.random(),
                        row.getObject(2, LocalDateTime.class)))
                .single();
        if (made.owned()) {
            jdbc.sql(ADD)
                    .param("hash", Secret.hash(made.link()))
                    .param("number", number.value())
                    .param("merchant", merchant.id())
                    .param("expiresAt", made.expiresAt())
                    .update();
        }
        return made;
    }
}
