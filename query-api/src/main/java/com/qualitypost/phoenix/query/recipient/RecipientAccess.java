package com.qualitypost.phoenix.query.recipient;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Nodes;
import com.qualitypost.phoenix.query.recipient.AccessAttempts.Standing;
import com.qualitypost.phoenix.query.recipient.Details.Place;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.web.admission.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Grants access to people who have the recipient's postcode or a link from the merchant. All of it happens on the
 * writer, where attempts are counted, and with long timeouts: a commit waits for a disk, and no other node could
 * answer.
 */
@Component
public class RecipientAccess {
    static final String DETAILS = """
            SELECT tracking_number, destination_city, destination_postcode, destination_country,
                   delivered_to, proof, timeline
              FROM phoenix.recipient_view
             WHERE tracking_number = :number""";

    private final Nodes nodes;
    private final RecipientSettings settings;

    RecipientAccess(@Qualifier("recipientNodes") Nodes nodes, RecipientSettings settings) {
        this.nodes = nodes;
        this.settings = settings;
    }

    /** The result of an attempt. */
    public sealed interface Outcome {
        record Opened(Details details) implements Outcome {}

        /** There is no such parcel, or the postcode or link is wrong: nobody is told which. */
        record NotRecognised() implements Outcome {}

        /** This source has made too many attempts at this parcel. */
        record Locked(Duration remaining) implements Outcome {}

        /** The writer does not answer. */
        record Away() implements Outcome {}
    }

    public Outcome open(TrackingNumber number, Source source, RecipientCredential factor) {
        return nodes.askWriter(jdbc -> AccessAttempts.count(jdbc, number, source, factor, settings.triesCountFor()))
                .map(NodeAnswer::found)
                .map(standing -> judge(number, source, factor, standing))
                .orElseGet(Outcome.Away::new);
    }

    private Outcome judge(TrackingNumber number, Source source, RecipientCredential factor, Standing standing) {
        boolean passes = standing.passes(factor);
        // Others at the recipient's own address cannot keep the merchant's link from working.
        if (standing.tries() > settings.maxTries() && !standing.linked()) {
            return new Outcome.Locked(standing.remaining());
        }
        return passes ? opened(number, source, standing.freshness()) : new Outcome.NotRecognised();
    }

    private Outcome opened(TrackingNumber number, Source source, Freshness freshness) {
        return nodes.askWriter(jdbc -> {
                    AccessAttempts.forget(jdbc, number, source);
                    return new Found(freshness, details(jdbc, number));
                })
                .map(answer -> answer.found().details())
                .map(details -> details.<Outcome>map(Outcome.Opened::new).orElseGet(Outcome.NotRecognised::new))
                .orElseGet(Outcome.Away::new);
    }

    private record Found(Freshness freshness, Optional<Details> details) implements HasFreshness {}

    private static Optional<Details> details(JdbcClient jdbc, TrackingNumber number) {
        return jdbc.sql(DETAILS)
                .param("number", number.value())
                .query((row, _) -> details(row))
                .optional();
    }

    private static Details details(ResultSet row) throws SQLException {
        return new Details(
                row.getString(1),
                new Place(null, null, row.getString(2), row.getString(3), row.getString(4)),
                row.getString(5),
                row.getBoolean(6),
                Events.of(row.getString(1), row.getBytes(7)));
    }
}
