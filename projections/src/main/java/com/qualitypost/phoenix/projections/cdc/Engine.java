package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.projections.projector.ChangeBatch;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a Debezium engine: it reads until it fails or is closed, and is never restarted. */
final class Engine {
    private static final Logger log = LoggerFactory.getLogger(Engine.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    /** Returns once the batch is committed, or throws and so ends the engine. */
    interface BatchConsumer {
        void accept(ChangeBatch batch) throws InterruptedException;
    }

    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final BatchConsumer consumer;
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> debezium;
    private final Thread thread;

    private Engine(Properties properties, BatchConsumer consumer) {
        this.consumer = consumer;
        this.debezium = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(properties)
                .using(Engine.class.getClassLoader())
                .using((boolean success, String message, Throwable error) -> end.complete(RootCause.of(message, error)))
                .notifying(this::handle)
                .build();
        this.thread = Thread.ofPlatform().name("cdc-engine").daemon().unstarted(debezium);
    }

    /** Starts reading. */
    static Engine start(Properties properties, BatchConsumer consumer) {
        var engine = new Engine(properties, consumer);
        engine.thread.start();
        return engine;
    }

    private void handle(
            List<RecordChangeEvent<SourceRecord>> events, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        consumer.accept(
                BatchDecoder.of(events.stream().map(RecordChangeEvent::record).toList()));
        for (RecordChangeEvent<SourceRecord> event : events) {
            committer.markProcessed(event);
        }
        committer.markBatchFinished();
    }

    /** Completes with the reason when the engine has ended. */
    CompletableFuture<String> end() {
        return end;
    }

    /** Ends the engine; one that does not end in time is abandoned, and its epoch keeps it from writing. */
    void close() throws InterruptedException {
        try {
            debezium.close();
        } catch (IllegalStateException _) {
            // It is already starting or stopping; a start ends as soon as it can.
            thread.interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            end.get(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            log.warn(
                    "A Debezium engine did not end within {} s and is abandoned; it cannot write any more",
                    CLOSE_LIMIT.toSeconds());
        }
    }
}
