package com.qualitypost.phoenix.query.bulk;

import com.qualitypost.phoenix.query.database.Answer;
import com.qualitypost.phoenix.query.tracking.Language;
import com.qualitypost.phoenix.query.tracking.ManyQueries;
import com.qualitypost.phoenix.query.tracking.ManyQueries.Many;
import com.qualitypost.phoenix.tables.Stride;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.util.List;
import java.util.Optional;

/** The numbers of a call, looked up part by part: as many at once as one statement takes, and as fit into memory. */
final class Parts {
    private final ManyQueries queries;
    private final List<Asked> asked;
    private final Language language;
    private final Stride stride = new Stride(ManyQueries.LIMIT);
    private int next;

    Parts(ManyQueries queries, List<Asked> asked, Language language) {
        this.queries = queries;
        this.asked = asked;
        this.language = language;
    }

    /** {@code found} is empty if no node answers. */
    record Part(List<Asked> asked, Optional<Answer<Many>> found) {}

    boolean areMore() {
        return next < asked.size();
    }

    Part next() {
        while (true) {
            List<Asked> part = asked.subList(next, Math.min(next + stride.rows(), asked.size()));
            Optional<Answer<Many>> found = queries.find(
                    part.stream().flatMap(each -> number(each).stream()).toList(), language);
            if (found.isEmpty() || found.get().found().isWhole()) {
                next += part.size();
                stride.wentWell();
                return new Part(part, found);
            }
            stride.wasTooLong();
        }
    }

    static Optional<TrackingNumber> number(Asked asked) {
        return asked.reading() instanceof Reading.Valid(TrackingNumber number) ? Optional.of(number) : Optional.empty();
    }
}
