package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.projections.projector.Projector.NotOwnerException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks the server whether it still has everything after a position; Debezium's own messages differ by version. */
@Component
class GtidContinuity {
    private static final JsonMapper JSON = new JsonMapper();

    private static final String EXECUTED = "SELECT COALESCE(GTID_SUBSET(:read, @@GLOBAL.gtid_executed), TRUE)";
    private static final String ASK = """
            SELECT GTID_SUBSET(:read, @@GLOBAL.gtid_executed) AS executed,
                   GTID_SUBSET(@@GLOBAL.gtid_purged, :read)   AS kept
            """;

    private final JdbcClient db;

    GtidContinuity(JdbcClient db) {
        this.db = db;
    }

    /** Why nobody can continue from there; empty if it is possible, or if the server does not use GTIDs. */
    Optional<String> breakAfter(@Nullable String position) {
        String read = gtids(position);
        return read.isEmpty()
                ? Optional.empty()
                : db.sql(ASK).param("read", read).query(Answer.class).single().reason();
    }

    /** Fails if the server behind the address now has another history than the one that was read. */
    void requireExecuted(@Nullable String position) {
        if (!db.sql(EXECUTED)
                .param("read", gtids(position))
                .query(Boolean.class)
                .single()) {
            throw new NotOwnerException("The database has never executed what was read from it");
        }
    }

    private static String gtids(@Nullable String position) {
        return position == null
                ? ""
                : JSON.readTree(position).path("gtids").asString("").strip();
    }

    /** The server's answer: whether it has executed everything that was read, and still has everything after it. */
    private record Answer(boolean executed, boolean kept) {
        Optional<String> reason() {
            if (!executed) {
                return Optional.of("the server has never executed some of what was read"
                        + " (a failover lost it, or an older backup was restored)");
            }
            return kept ? Optional.empty() : Optional.of("the server has purged binlogs that were not read yet");
        }
    }
}
