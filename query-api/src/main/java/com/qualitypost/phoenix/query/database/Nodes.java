package com.qualitypost.phoenix.query.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decides which node answers: the reader; the writer if the reader is away or too far behind; a reader that is behind
 * if nothing else is left. An empty answer means that both are away.
 */
public final class Nodes implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Nodes.class);

    private static final int TOOK_TOO_LONG = 3024;

    private final Node reader;
    private final Node writer;
    private final NodeSettings settings;
    private final CircuitBreaker readerBehind;
    private final CircuitBreaker bothBehind;

    Nodes(Node reader, Node writer, NodeSettings settings) {
        this.reader = reader;
        this.writer = writer;
        this.settings = settings;
        readerBehind = new CircuitBreaker(settings.passedOverFor());
        bothBehind = new CircuitBreaker(settings.passedOverFor());
    }

    public <T extends HasFreshness> Optional<NodeAnswer<T>> ask(Function<JdbcClient, T> question) {
        if (!readerBehind.admits()) {
            return writer.ask(question).or(() -> reader.ask(question));
        }
        Optional<NodeAnswer<T>> fromReader = reader.ask(question);
        if (fromReader.isEmpty()) {
            return writer.ask(question);
        }
        NodeAnswer<T> answer = fromReader.get();
        if (answer.found().freshness().isWithin(settings.maxLag())) {
            caughtUp();
            return fromReader;
        }
        return Optional.of(fresherThan(answer, question));
    }

    /** Whether the server cancelled the statement for running too long. The node is alive, and the other one would be as slow. */
    public static boolean gaveUp(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause && cause.getErrorCode() == TOOK_TOO_LONG;
    }

    /** For callers who have asked the reader already and hope that the writer knows more. */
    public <T extends HasFreshness> Optional<NodeAnswer<T>> askWriter(Function<JdbcClient, T> question) {
        return writer.ask(question);
    }

    <T extends HasFreshness> Optional<NodeAnswer<T>> askReader(Function<JdbcClient, T> question) {
        return reader.ask(question);
    }

    /**
     * Prefers the writer's answer unless the projections stand still: then it is just as old, and the reader can do the
     * work.
     */
    private <T extends HasFreshness> NodeAnswer<T> fresherThan(NodeAnswer<T> late, Function<JdbcClient, T> question) {
        if (!bothBehind.admits()) {
            return late;
        }
        Optional<NodeAnswer<T>> fromWriter = writer.ask(question);
        if (fromWriter.isEmpty()) {
            return late;
        }
        Freshness lateness = late.found().freshness();
        if (fromWriter.get().found().freshness().isWorthMoreThan(lateness, settings.maxLag())) {
            bothBehind.end();
            if (readerBehind.begin()) {
                log.warn("The reader is too far behind (as of {}), the writer answers", lateness.asOf());
            }
            return fromWriter.get();
        }
        readerBehind.end();
        if (bothBehind.begin()) {
            log.warn("Reader and writer are behind (as of {}): check whether the projections run", lateness.asOf());
        }
        return late;
    }

    private void caughtUp() {
        // Not short-circuited: both may be on.
        if (readerBehind.end() | bothBehind.end()) {
            log.info("The reader has caught up");
        }
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
