package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.answer.LookupRow;
import com.qualitypost.phoenix.query.answer.StoredAnswer;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the newest answer that this node can know of: in the near cache, on the reader, or on the writer. */
@Component
class Lookups {
    private final TrackingQueries queries;
    private final MinimumVersions floors;
    private final NearCache cache;

    Lookups(TrackingQueries queries, MinimumVersions floors, NearCache cache) {
        this.queries = queries;
        this.floors = floors;
        this.cache = cache;
    }

    /** Empty if both nodes are away and nothing suitable is cached. */
    Optional<NodeAnswer<LookupRow>> find(LookupRequest question) {
        Optional<NodeAnswer<LookupRow>> current =
                cache.current(question).filter(held -> !floors.isAbove(question.number(), version(held)));
        return current.isPresent() ? current : ask(question);
    }

    private Optional<NodeAnswer<LookupRow>> ask(LookupRequest question) {
        long askedAt = cache.now();
        Optional<NodeAnswer<LookupRow>> found = queries.find(question);
        if (found.isEmpty()) {
            return cache.last(question);
        }
        if (!isOld(question, found.get())) {
            cache.keep(question, found.get(), askedAt);
            return found;
        }
        Optional<NodeAnswer<LookupRow>> fromWriter = findOnWriter(question);
        return fromWriter.isPresent() ? fromWriter : newerThan(found.get(), question);
    }

    /** Empty if the writer is away. */
    Optional<NodeAnswer<LookupRow>> findOnWriter(LookupRequest question) {
        long askedAt = cache.now();
        Optional<NodeAnswer<LookupRow>> found = queries.findOnWriter(question);
        found.ifPresent(answer -> {
            cache.keep(question, answer, askedAt);
            Version given = version(answer);
            if (given != null) {
                floors.given(question.number(), given);
            }
        });
        return found;
    }

    /** The writer is away: what this node has returned before is at least not older. */
    private Optional<NodeAnswer<LookupRow>> newerThan(NodeAnswer<LookupRow> fromReader, LookupRequest question) {
        return cache.last(question)
                .filter(_ -> cache.isAbove(question, answer(fromReader)))
                .or(() -> Optional.of(fromReader));
    }

    /** Whether the reader lacks what this node has already returned or heard of. */
    private boolean isOld(LookupRequest question, NodeAnswer<LookupRow> found) {
        return found.servedBy() == Role.READER
                && (floors.isAbove(question.number(), version(found)) || cache.isAbove(question, answer(found)));
    }

    private static @Nullable Version version(NodeAnswer<LookupRow> found) {
        StoredAnswer answer = answer(found);
        return answer == null ? null : answer.version();
    }

    private static @Nullable StoredAnswer answer(NodeAnswer<LookupRow> found) {
        return found.found().answer();
    }
}
