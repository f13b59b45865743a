package com.qualitypost.phoenix.query.database;

import com.qualitypost.phoenix.tables.Outage;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One MySQL node, asked through its pool and skipped for a while after a failure. */
final class Node implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Node.class);

    private final Role role;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final CircuitBreaker away;
    private volatile long lastAnswer = System.nanoTime();

    Node(Role role, HikariDataSource pool, CircuitBreaker away) {
        this.role = role;
        this.pool = pool;
        this.jdbc = JdbcClient.create(pool);
        this.away = away;
    }

    /** Empty if it did not answer in time, or was not asked because it failed a moment ago. */
    <T extends HasFreshness> Optional<NodeAnswer<T>> ask(Function<JdbcClient, T> question) {
        if (!away.admits()) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        try {
            T found = question.apply(jdbc);
            lastAnswer = System.nanoTime();
            if (away.end()) {
                log.info("The {} answers again", role);
            }
            return Optional.of(new NodeAnswer<>(role, found));
        } catch (PessimisticLockingFailureException _) {
            return Optional.empty(); // Another statement was in the way: the node is not away.
        } catch (DataAccessException failure) {
            if (!Outage.isOne(failure)) {
                throw failure; // The node has answered: the query itself is wrong, and would be on the other node too.
            }
            failed(failure, start);
            return Optional.empty();
        }
    }

    private void failed(DataAccessException failure, long start) {
        if (lastAnswer - start > 0) {
            return; // It has answered another query meanwhile: it is not away, only busy.
        }
        // The pool's other connections lead to the same dead or demoted server: lookups should not have to find that
        // out one by one.
        pool.getHikariPoolMXBean().softEvictConnections();
        if (away.begin()) {
            log.warn(
                    "The {} at {} does not answer, it is passed over: {}",
                    role,
                    address(),
                    failure.getMostSpecificCause().getMessage());
        }
    }

    private String address() {
        String url = pool.getJdbcUrl();
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public void close() {
        pool.close();
    }
}
