package com.qualitypost.phoenix.projections.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Whether the writer database answers. Asked without the pool, which makes longer and longer pauses of its own. */
@Component
public class Reachability {

    private static final String CONNECTION_TROUBLE = "08";

    private final DatabaseSettings settings;

    Reachability(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** True also where it answers that it does not let us in: waiting for a connection would not help then. */
    public boolean answers() {
        try (Connection _ = DriverManager.getConnection(
                settings.jdbcUrl(),
                settings.projector().name(),
                settings.projector().password())) {
            return true;
        } catch (SQLException e) {
            String state = e.getSQLState();
            return state != null && !state.startsWith(CONNECTION_TROUBLE);
        }
    }
}
