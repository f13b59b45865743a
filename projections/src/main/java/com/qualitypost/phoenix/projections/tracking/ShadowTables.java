package com.qualitypost.phoenix.projections.tracking;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The tables beside {@code tracking_view} while it is rebuilt. Their names carry the epoch, so that one who has lost the
 * ownership without knowing it cannot swap in a table that somebody else is filling.
 */
@Repository
public class ShadowTables {

    private static final String LEFTOVERS = """
            SELECT table_name FROM information_schema.tables
             WHERE table_schema = DATABASE()
               AND (table_name LIKE 'tracking\\_view\\_next\\_%' OR table_name LIKE 'tracking\\_view\\_old\\_%')
            """;
    private static final String CREATE = "CREATE TABLE %s LIKE tracking_view";
    private static final String SWAP = "RENAME TABLE tracking_view TO %s, %s TO tracking_view";
    private static final String DROP = "DROP TABLE IF EXISTS %s";

    private final JdbcTemplate db;

    ShadowTables(JdbcTemplate db) {
        this.db = db;
    }

    /** Removes what an interrupted rebuild left behind. */
    public void dropLeftovers() {
        List<String> leftovers = db.query(LEFTOVERS, (row, _) -> row.getString(1));
        leftovers.forEach(name -> db.execute(DROP.formatted(name)));
    }

    /** Makes an empty table of the same shape, whatever this epoch has left behind, and returns its name. */
    public String create(long epoch) {
        db.execute(DROP.formatted(next(epoch)));
        db.execute(DROP.formatted(old(epoch)));
        db.execute(CREATE.formatted(next(epoch)));
        return next(epoch);
    }

    /** Puts the filled table in the place of the live one, in one step for all who read. */
    public void swap(long epoch) {
        db.execute(SWAP.formatted(old(epoch), next(epoch)));
    }

    private static String next(long epoch) {
        return "tracking_view_next_" + epoch;
    }

    private static String old(long epoch) {
        return "tracking_view_old_" + epoch;
    }
}
