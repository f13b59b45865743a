package com.qualitypost.phoenix.query.operations;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Nodes;
import com.qualitypost.phoenix.query.tracking.LookupProblems;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs operators' queries separately from customers', and with longer timeouts. */
@Component
final class OperatorDatabase {
    private final Nodes nodes;

    OperatorDatabase(@Qualifier("operatorNodes") Nodes nodes) {
        this.nodes = nodes;
    }

    <T extends HasFreshness> NodeAnswer<T> ask(Function<JdbcClient, T> question) {
        return nodes.ask(node -> patiently(node, question)).orElseThrow(LookupProblems::unavailable);
    }

    /** Empty if the writer is away. */
    Optional<Freshness> writer() {
        return nodes.askWriter(Freshness::of).map(NodeAnswer::found);
    }

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
