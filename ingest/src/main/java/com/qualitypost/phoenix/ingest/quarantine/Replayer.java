package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.quarantine.Replays.Request;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.ingest.wire.SourceRecord;
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

/**
 * Has records judged again. What is sent was recorded before; a record that is sent twice is known the second time and
 * changes nothing.
 */
class Replayer {

    /** Bounds memory: a record may be as large as Kafka takes. */
    private static final int PAGE = 100;

    private final QuarantineQueries quarantine;
    private final Replays replays;
    private final ReplayPublisher publisher;
    private final ScanBytes bytes;
    private final KafkaTopics topics;
    private final Clock clock;

    Replayer(
            QuarantineQueries quarantine,
            Replays replays,
            ReplayPublisher publisher,
            ScanBytes bytes,
            KafkaTopics topics,
            Clock clock) {
        this.quarantine = quarantine;
        this.replays = replays;
        this.publisher = publisher;
        this.bytes = bytes;
        this.topics = topics;
        this.clock = clock;
    }

    /** One record; says why where it cannot be. */
    ReplayAnswer one(KeptRecord record, String by, Decision decision) {
        Run run = new Run(by, decision);
        obstacle(record, decision).ifPresent(obstacle -> {
            throw Refusal.obstacle(obstacle);
        });
        run.replay(List.of(record));
        return run.answer(null);
    }

    ReplayAnswer among(LinkedHashSet<SourceRecord> ids, String by, Decision decision) {
        Run run = new Run(by, decision);
        List<SourceRecord> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<SourceRecord> some = all.subList(from, Math.min(from + PAGE, all.size()));
            try {
                List<KeptRecord> found = quarantine.records(Where.among(some), PAGE);
                run.replay(found);
                run.skip(Obstacle.not_in_quarantine, some.size() - found.size());
            } catch (DataAccessException | Refusal failure) {
                run.endsBy(failure);
                run.skip(Obstacle.not_reached, all.size() - from);
                return run.answer(null);
            }
        }
        return run.answer(null);
    }

    ReplayAnswer matching(Filter filter, @Nullable Cursor after, String by, Decision decision) {
        Run run = new Run(by, decision);
        Cursor at = after;
        for (int seen = 0; seen < ReplayRequest.MAX_RECORDS; seen += PAGE) {
            List<KeptRecord> page;
            try {
                page = quarantine.records(Where.matching(filter, at), PAGE);
                run.replay(page);
            } catch (DataAccessException | Refusal failure) {
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

    private Optional<Obstacle> obstacle(KeptRecord record, Decision decision) {
        if (!record.id().topic().equals(topics.scans())) {
            return Optional.of(Obstacle.not_replayable);
        }
        if (record.reason().equals("too_large")) {
            return Optional.of(Obstacle.not_whole);
        }
        return decision.isPossible(record.reason()) ? Optional.empty() : Optional.of(Obstacle.not_overridable);
    }

    /** One request on its way. */
    private final class Run {

        private final Request request;
        private final Map<Obstacle, Long> skipped = new EnumMap<>(Obstacle.class);
        private long sent;

        Run(String by, Decision decision) {
            this.request = new Request(UUID.randomUUID(), clock.instant(), by, decision);
        }

        void replay(List<KeptRecord> records) {
            List<KeptRecord> possible = new ArrayList<>();
            List<Obstacle> obstacles = new ArrayList<>();
            for (KeptRecord record : records) {
                obstacle(record, request.decision()).ifPresentOrElse(obstacles::add, () -> possible.add(record));
            }
            replays.remember(
                    request,
                    possible.stream()
                            .map(record -> new Replays.Replay(record.id(), bytes.fact(record)))
                            .toList());
            publisher.send(possible, request.id(), request.decision());
            sent += possible.size();
            obstacles.forEach(obstacle -> skip(obstacle, 1));
        }

        /** What has had an effect is answered; what had none is refused. */
        void endsBy(RuntimeException failure) {
            if (sent == 0) {
                throw failure;
            }
        }

        void skip(Obstacle obstacle, long count) {
            if (count > 0) {
                skipped.merge(obstacle, count, Long::sum);
            }
        }

        ReplayAnswer answer(@Nullable Cursor next) {
            return new ReplayAnswer(request.id(), sent, skipped, next == null ? null : next.text());
        }
    }
}
