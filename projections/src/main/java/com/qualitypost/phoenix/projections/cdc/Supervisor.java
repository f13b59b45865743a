package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.projections.cdc.CdcState.Phase;
import com.qualitypost.phoenix.projections.database.Reachability;
import com.qualitypost.phoenix.projections.database.ReadSchema;
import com.qualitypost.phoenix.projections.projector.Position;
import com.qualitypost.phoenix.projections.projector.Projector;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps the projections running for ever: waits for the tables, claims them, and builds a new engine when one has died.
 */
@Component
class Supervisor {
    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

    private final Reachability database;
    private final ReadSchema tables;
    private final Projector projector;
    private final GtidContinuity continuity;
    private final BinlogSession reading;
    private final CdcSettings settings;
    private final CdcState state;
    private final NodeName owner;

    Supervisor(
            Reachability database,
            ReadSchema tables,
            Projector projector,
            GtidContinuity continuity,
            BinlogSession reading,
            CdcSettings settings,
            CdcState state,
            NodeName owner) {
        this.database = database;
        this.tables = tables;
        this.projector = projector;
        this.continuity = continuity;
        this.reading = reading;
        this.settings = settings;
        this.state = state;
        this.owner = owner;
    }

    /** Returns when asked to stop. */
    void run(CompletableFuture<?> stopping) throws InterruptedException {
        var pause = new Backoff(settings.shortestPause(), settings.longestPause(), stopping);
        while (!stopping.isDone()) {
            try {
                step(pause, stopping);
            } catch (RuntimeException e) {
                // Whatever the cause (the database, the migration, Debezium's own settings), it is tried again for
                // ever.
                trouble(RootCause.of(null, e), pause);
            }
        }
        giveBack();
    }

    private void step(Backoff pause, CompletableFuture<?> stopping) throws InterruptedException {
        if (!tables.areReady()) {
            trouble("the table phoenix.shipment does not exist yet: start ingest, which creates it", pause);
            return;
        }
        Optional<Position> claimed = projector.takeOver(owner.name());
        if (claimed.isEmpty()) {
            if (state.phase() != Phase.STANDBY) {
                log.info("Another process owns the projections; standing by");
            }
            state.is(Phase.STANDBY);
            pause.reset();
            pause.of(settings.standby());
            return;
        }
        Position start = unbroken(claimed.get());
        state.is(Phase.STARTING);
        log.info(
                "Reading the binlog as epoch {} from {}",
                start.epoch(),
                start.position() == null ? "where the server is now" : start.position());
        String end = reading.through(start, stopping);
        if (state.phase() == Phase.READING || state.phase() == Phase.FILLING) {
            pause.reset();
        }
        if (!stopping.isDone()) {
            trouble(end, pause);
        }
    }

    /**
     * Nobody can continue from a position that means nothing to this server: everything is then rebuilt from the
     * tables.
     */
    private Position unbroken(Position claimed) {
        Optional<String> broken = continuity.breakAfter(claimed.position());
        if (broken.isEmpty()) {
            return claimed;
        }
        log.warn("The projections are rebuilt from the tables, part by part, while they serve: {}", broken.get());
        return projector.forget(claimed.epoch());
    }

    private void trouble(String reason, Backoff pause) throws InterruptedException {
        state.is(Phase.WAITING);
        if (!reason.equals(state.trouble())) {
            log.warn("Projections stand still and will keep trying: {}", reason);
        }
        state.trouble(reason);
        if (database.answers()) {
            pause.of(pause.next());
        } else {
            untilItAnswers(pause);
        }
    }

    /** A database that is away does not double the pauses: it may be back at any moment, and asking is cheap. */
    private void untilItAnswers(Backoff pause) throws InterruptedException {
        pause.reset();
        do {
            pause.of(settings.shortestPause());
        } while (!pause.isOver() && !database.answers());
    }

    private void giveBack() {
        try {
            projector.giveBack();
        } catch (DataAccessException e) {
            log.warn("The lease could not be given back and will expire by itself: {}", RootCause.of(null, e));
        }
    }
}
