package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.quarantine.ReplayLog.Request;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/**
 * Has records judged again. Every replay is logged before it is sent; a record that is sent twice is recognised and
 * changes nothing the second time.
 */
class Replayer {
    /** Bounds memory: a record may be as large as Kafka accepts. */
    private static final int PAGE = 100;

    private final QuarantineQueries quarantine;
    private final ReplayLog replays;
    private final ReplayPublisher publisher;
    private final ScanDecoder bytes;
    private final KafkaTopics topics;
    private final Clock clock;

    Replayer(
            QuarantineQueries quarantine,
            ReplayLog replays,
            ReplayPublisher publisher,
            ScanDecoder bytes,
            KafkaTopics topics,
            Clock clock) {
        this.quarantine = quarantine;
        this.replays = replays;
        this.publisher = publisher;
        this.bytes = bytes;
        this.topics = topics;
        this.clock = clock;
    }

    /** Replays one record, or says why it cannot be replayed. */
    ReplayAnswer one(QuarantinedRecord record, String by, ReplayDecision decision) {
        Run run = new Run(by, decision);
        obstacle(record, decision).ifPresent(obstacle -> {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, obstacle.word(), obstacle.advice);
        });
        run.replay(List.of(record));
        return run.answer(null);
    }

    ReplayAnswer among(LinkedHashSet<SourceRecord> ids, String by, ReplayDecision decision) {
        Run run = new Run(by, decision);
        List<SourceRecord> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<SourceRecord> some = all.subList(from, Math.min(from + PAGE, all.size()));
            try {
                List<QuarantinedRecord> found = quarantine.records(QuarantineCondition.among(some), PAGE);
                run.replay(found);
                run.skip(ReplayObstacle.NOT_IN_QUARANTINE, some.size() - found.size());
            } catch (DataAccessException | ProblemException failure) {
                run.endsBy(failure);
                run.skip(ReplayObstacle.NOT_REACHED, all.size() - from);
                return run.answer(null);
            }
        }
        return run.answer(null);
    }

    ReplayAnswer matching(QuarantineFilter filter, @Nullable EntryCursor after, String by, ReplayDecision decision) {
        Run run = new Run(by, decision);
        EntryCursor at = after;
        for (int seen = 0; seen < ReplayRequest.MAX_RECORDS; seen += PAGE) {
            List<QuarantinedRecord> page;
            try {
                page = quarantine.records(QuarantineCondition.matching(filter, at), PAGE);
                run.replay(page);
            } catch (DataAccessException | ProblemException failure) {
                run.endsBy(failure);
                return run.answer(at);
            }
            if (page.size() < PAGE) {
                return run.answer(null);
            }
            at = page.getLast().cursor();
        }
        return run.answer(at);
    }

    private Optional<ReplayObstacle> obstacle(QuarantinedRecord record, ReplayDecision decision) {
        if (!record.id().topic().equals(topics.scans())) {
            return Optional.of(ReplayObstacle.NOT_REPLAYABLE);
        }
        if (record.reason().equals("too_large")) {
            return Optional.of(ReplayObstacle.NOT_WHOLE);
        }
        return decision.isPossible(record.reason()) ? Optional.empty() : Optional.of(ReplayObstacle.NOT_OVERRIDABLE);
    }

    /** One request while it runs. */
    private final class Run {
        private final Request request;
        private final Map<ReplayObstacle, Long> skipped = new EnumMap<>(ReplayObstacle.class);
        private long sent;

        Run(String by, ReplayDecision decision) {
            this.request = new Request(UUID.randomUUID(), clock.instant(), by, decision);
        }

        void replay(List<QuarantinedRecord> records) {
            List<QuarantinedRecord> possible = new ArrayList<>();
            List<ReplayObstacle> obstacles = new ArrayList<>();
            for (QuarantinedRecord record : records) {
                obstacle(record, request.decision()).ifPresentOrElse(obstacles::add, () -> possible.add(record));
            }
            replays.remember(
                    request,
                    possible.stream()
                            .map(record -> new ReplayLog.Replay(record.id(), bytes.fact(record)))
                            .toList());
            publisher.send(possible, request.id(), request.decision());
            sent += possible.size();
            obstacles.forEach(obstacle -> skip(obstacle, 1));
        }

        /** Answers with what was done so far; if that is nothing, the failure is passed on. */
        void endsBy(RuntimeException failure) {
            if (sent == 0) {
                throw failure;
            }
        }

        void skip(ReplayObstacle obstacle, long count) {
            if (count > 0) {
                skipped.merge(obstacle, count, Long::sum);
            }
        }

        ReplayAnswer answer(@Nullable EntryCursor next) {
            return new ReplayAnswer(request.id(), sent, skipped, next == null ? null : next.text());
        }
    }
}
