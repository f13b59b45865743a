package com.qualitypost.phoenix.query.bulk;

import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.http.Language;
import com.qualitypost.phoenix.query.tracking.BulkQueries;
import com.qualitypost.phoenix.query.tracking.BulkQueries.Many;
import com.qualitypost.phoenix.tables.Stride;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.util.List;
import java.util.Optional;

/** Looks up the numbers of a call part by part: as many at once as one statement takes and as fit into memory. */
final class Parts {
    private final BulkQueries queries;
    private final List<RequestedNumber> asked;
    private final Language language;
    private final Stride stride = new Stride(BulkQueries.LIMIT);
    private int next;

    Parts(BulkQueries queries, List<RequestedNumber> asked, Language language) {
        this.queries = queries;
        this.asked = asked;
        this.language = language;
    }

    /** {@code found} is empty if no node answers. */
    record Part(List<RequestedNumber> asked, Optional<NodeAnswer<Many>> found) {}

    boolean areMore() {
        return next < asked.size();
    }

    Part next() {
        while (true) {
            List<RequestedNumber> part = asked.subList(next, Math.min(next + stride.rows(), asked.size()));
            Optional<NodeAnswer<Many>> found = queries.find(
                    part.stream().flatMap(each -> number(each).stream()).toList(), language);
            if (found.isEmpty() || found.get().found().isWhole()) {
                next += part.size();
                stride.wentWell();
                return new Part(part, found);
            }
            stride.wasTooLong();
        }
    }

    static Optional<TrackingNumber> number(RequestedNumber asked) {
        return asked.reading() instanceof Reading.Valid(TrackingNumber number) ? Optional.of(number) : Optional.empty();
    }
}
