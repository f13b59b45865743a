package com.qualitypost.phoenix.query.operations.desk;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the support desk has on one parcel, the latest first.
 *
 * @param isCut whether there are more notes than these
 */
public record DeskRecords(Freshness freshness, List<Note> notes, boolean isCut, List<Look> looks)
        implements HasFreshness {
    /** Notes on a page. */
    static final int MOST_NOTES = 100;

    static final String NOTES = """
            SELECT n.note_id, n.written_at, n.written_by, n.note, n.corrects, f.scan_id IS NOT NULL AS is_fact
              FROM phoenix.operator_note n
              LEFT JOIN phoenix.operator_fact f
                ON f.tracking_number = n.tracking_number AND f.scan_id = n.note_id AND n.corrects IS NOT NULL
             WHERE n.tracking_number = :number
             ORDER BY n.written_at DESC, n.note_id DESC
             LIMIT %d""".formatted(MOST_NOTES + 1);

    static final String LOOKS = """
            SELECT looked_at, looked_by
              FROM phoenix.operator_look
             WHERE tracking_number = :number
             ORDER BY looked_at DESC, look_id DESC
             LIMIT 20""";

    static DeskRecords read(JdbcClient node, TrackingNumber parcel) {
        List<Note> notes =
                node.sql(NOTES).param("number", parcel.value()).query(Note::of).list();
        return new DeskRecords(
                Freshness.of(node),
                notes.stream().limit(MOST_NOTES).toList(),
                notes.size() > MOST_NOTES,
                node.sql(LOOKS).param("number", parcel.value()).query(Look::of).list());
    }

    boolean has(String id) {
        return notes.stream().anyMatch(note -> note.id().equals(id));
    }

    /** The corrections made here that name this fact, or are it. */
    public List<Note> about(String scanId) {
        return corrections()
                .filter(note -> scanId.equals(note.corrects()) || scanId.equals(note.id()))
                .toList();
    }

    private Stream<Note> corrections() {
        return notes.stream().filter(note -> note.corrects() != null && note.isFact());
    }
}
