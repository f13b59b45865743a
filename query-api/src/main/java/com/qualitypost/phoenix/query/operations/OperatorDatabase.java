package com.qualitypost.phoenix.query.operations;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Nodes;
import com.qualitypost.phoenix.query.tracking.LookupProblems;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs operators' queries separately from customers', and with longer timeouts. */
@Component
public final class OperatorDatabase {
    private final Nodes nodes;

    OperatorDatabase(@Qualifier("operatorNodes") Nodes nodes) {
        this.nodes = nodes;
    }

    public <T extends HasFreshness> NodeAnswer<T> ask(Function<JdbcClient, T> question) {
        return tryToAsk(question).orElseThrow(LookupProblems::unavailable);
    }

    /** Empty if both nodes are away. */
    public <T extends HasFreshness> Optional<NodeAnswer<T>> tryToAsk(Function<JdbcClient, T> question) {
        return nodes.ask(node -> patiently(node, question));
    }

    /** For what was written a moment ago, which the reader may not have yet; empty if the writer is away. */
    public <T extends HasFreshness> Optional<NodeAnswer<T>> askWriter(Function<JdbcClient, T> question) {
        return nodes.askWriter(node -> patiently(node, question));
    }

    /** Returns what the statement returns; empty if the writer is away. */
    public Optional<Integer> write(ToIntFunction<JdbcClient> statement) {
        return nodes.askWriter(node -> new Written(statement.applyAsInt(node), Freshness.of(node)))
                .map(answer -> answer.found().rows());
    }

    /** Empty if the writer is away. */
    Optional<Freshness> writer() {
        return askWriter(Freshness::of).map(NodeAnswer::found);
    }

    private record Written(int rows, Freshness freshness) implements HasFreshness {}

    private static <T> T patiently(JdbcClient node, Function<JdbcClient, T> question) {
        try {
            return question.apply(node);
        } catch (DataAccessException failure) {
            throw Nodes.gaveUp(failure) ? tooSlow() : failure;
        }
    }

    private static ProblemException tooSlow() {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "operations_too_slow",
                        "Too much to count",
                        "The database gave up after three seconds. Try again, or narrow the list.")
                .retryable();
    }
}
