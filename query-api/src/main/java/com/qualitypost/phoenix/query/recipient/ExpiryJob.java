package com.qualitypost.phoenix.query.recipient;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.query.database.Nodes;
import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Removes expired rows: people's addresses are kept no longer than needed. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ExpiryJob {
    // A few at a time, because recipients wait meanwhile.
    private static final int AT_ONCE = 100;

    private static final String TRIES = """
            DELETE FROM phoenix.recipient_try WHERE counted_until < UTC_TIMESTAMP(3) ORDER BY counted_until LIMIT :limit""";
    private static final String LINKS = """
            DELETE FROM phoenix.recipient_link WHERE expires_at < UTC_TIMESTAMP(3) ORDER BY expires_at LIMIT :limit""";

    private static final String NOW = "SELECT UTC_TIMESTAMP(3)";

    private final Nodes nodes;

    ExpiryJob(@Qualifier("recipientNodes") Nodes nodes) {
        this.nodes = nodes;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        nodes.askWriter(jdbc -> {
            remove(jdbc, TRIES);
            remove(jdbc, LINKS);
            return jdbc.sql(NOW)
                    .query((row, _) -> new Swept(new Freshness(row.getObject(1, LocalDateTime.class), null)))
                    .single();
        });
    }

    private record Swept(Freshness freshness) implements HasFreshness {}

    private static void remove(JdbcClient jdbc, String statement) {
        int removed;
        do {
            removed = jdbc.sql(statement).param("limit", AT_ONCE).update();
        } while (removed == AT_ONCE);
    }
}
