package com.qualitypost.phoenix.query.operations.desk;

import com.qualitypost.phoenix.background.OutageLog;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.operations.OperatorDatabase;
import com.qualitypost.phoenix.query.operations.desk.DeskEntry.Correction;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps and reads what operators write about parcels, and who looked at them. */
@Component
public class Desk {
    /** Notes of one parcel. */
    static final int MOST_NOTES = 1_000;

    static final String WRITE = """
            INSERT INTO phoenix.operator_note (tracking_number, note_id, written_at, written_by, note, corrects)
            SELECT :number, :id, UTC_TIMESTAMP(3), :by, :text, :corrects
              FROM DUAL
             WHERE (SELECT COUNT(*) FROM phoenix.operator_note WHERE tracking_number = :number) < %d""".formatted(MOST_NOTES);

    static final String LOOK = """
            INSERT INTO phoenix.operator_look (tracking_number, looked_at, looked_by)
            VALUES (:number, UTC_TIMESTAMP(3), :by)""";

    private static final Logger log = LoggerFactory.getLogger(Desk.class);

    /** As many as the operators' port has connections. */
    private static final int LOOKS_AT_ONCE = 100;

    private final OperatorDatabase database;
    private final Semaphore looking = new Semaphore(LOOKS_AT_ONCE);
    private final OutageLog reading =
            new OutageLog(log, "Operators' notes cannot be read", "Operators' notes can be read again");
    private final OutageLog watching =
            new OutageLog(log, "Who looks at parcels is not kept", "Who looks at parcels is kept again");

    Desk(OperatorDatabase database) {
        this.database = database;
    }

    /** What became of a note. */
    public enum Kept {
        KEPT,
        TOO_MANY,
        /** It may have been kept, or not; it can be sent again. */
        AWAY
    }

    /** Keeps it once, however often it is sent. */
    public Kept keep(DeskEntry entry) {
        return database.write(node -> insert(node, entry))
                .map(rows -> rows == 0 ? Kept.TOO_MANY : Kept.KEPT)
                .orElse(Kept.AWAY);
    }

    private static int insert(JdbcClient node, DeskEntry entry) {
        try {
            return node.sql(WRITE)
                    .param("number", entry.parcel().value())
                    .param("id", entry.id().toString())
                    .param("by", entry.by().value())
                    .param("text", entry.text())
                    .param("corrects", scanOf(entry.correction()))
                    .update();
        } catch (DuplicateKeyException _) {
            return 1; // It was sent before.
        }
    }

    private static @Nullable String scanOf(@Nullable Correction correction) {
        return correction == null ? null : correction.scanId().toString();
    }

    /**
     * What there is of a parcel; empty if it cannot be read now.
     *
     * @param written the id of a note that has to be there, because it was written a moment ago
     */
    public Optional<DeskRecords> of(TrackingNumber parcel, @Nullable String written) {
        try {
            Optional<DeskRecords> found =
                    database.tryToAsk(node -> DeskRecords.read(node, parcel)).map(NodeAnswer::found);
            reading.works();
            return written == null
                            || found.filter(records -> records.has(written)).isPresent()
                    ? found
                    : database.askWriter(node -> DeskRecords.read(node, parcel))
                            .map(NodeAnswer::found)
                            .or(() -> found);
        } catch (DataAccessException e) { // During a deployment the tables may be those of the version before.
            reading.failed(String.valueOf(e.getMostSpecificCause().getMessage()));
            return Optional.empty();
        }
    }

    /** Keeps that somebody looks, without keeping them waiting; if it cannot be written it is not kept. */
    public void watches(TrackingNumber parcel, Optional<OperatorName> by) {
        if (looking.tryAcquire()) {
            Thread.startVirtualThread(() -> look(parcel, by));
        } else {
            watching.failed("too many at once");
        }
    }

    private void look(TrackingNumber parcel, Optional<OperatorName> by) {
        try {
            String name = by.map(OperatorName::value).orElse(null);
            if (database.write(node -> node.sql(LOOK)
                            .param("number", parcel.value())
                            .param("by", name)
                            .update())
                    .isPresent()) {
                watching.works();
            } else {
                watching.failed("the writer is away");
            }
        } catch (DataAccessException e) {
            watching.failed(String.valueOf(e.getMostSpecificCause().getMessage()));
        } finally {
            looking.release();
        }
    }
}
