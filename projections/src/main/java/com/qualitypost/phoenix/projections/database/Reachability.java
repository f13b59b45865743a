package com.qualitypost.phoenix.projections.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/**
 * Finds out whether the writer database answers. Asks outside of the pool, which pauses longer and longer by itself.
 */
@Component
public class Reachability {
    private static final String CONNECTION_TROUBLE = "08";

    private final DatabaseSettings settings;

    Reachability(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Also true if the server answers by refusing us: waiting for a connection would not help then. */
    public boolean answers() {
        try (Connection _ = DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password())) {
            return true;
        } catch (SQLException e) {
            String state = e.getSQLState();
            return state != null && !state.startsWith(CONNECTION_TROUBLE);
        }
    }
}
