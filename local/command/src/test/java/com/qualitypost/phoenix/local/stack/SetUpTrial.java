package com.qualitypost.phoenix.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.local.stack.Calls.Call;
import com.qualitypost.phoenix.local.stack.Calls.Ended;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An interrupted first start heals: the same command again brings everything up without any other help. Every build
 * interrupts it in three ways; {@code -Ptrials} does so at every moment.
 */
class SetUpTrial {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Calls phoenix = new Calls(TestServers.folder("set-up-" + UUID.randomUUID()));

    /** What can be seen of a set-up from outside, roughly in the order in which it appears. */
    private enum Moment {
        DATABASE_IS_COPIED("mysql-writer", "data.*"),
        DATABASE_STARTS("mysql-writer", "mysql-writer.pid"),
        BROKER_IS_FORMATTED("kafka", "format.properties"),
        BROKER_STARTS("kafka", "kafka.pid"),
        REGISTRY_STARTS("registry", "registry.pid"),
        REGISTRY_MAKES_ITS_TABLES("registry/data", "*.mv.db"),
        READER_STARTS("mysql-reader", "mysql-reader.pid"),
        INGEST_STARTS("ingest", "ingest.pid"),
        PROJECTIONS_START("projections", "projections.pid"),
        LOOKUPS_START("query-api", "query-api.pid");

        private final String folder;
        private final String file;

        Moment(String folder, String file) {
            this.folder = folder;
            this.file = file;
        }

        /** Starts the command, and kills it then. */
        void breaksOff(Calls phoenix) throws IOException, InterruptedException {
            Call call = phoenix.up();
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() ->
                            phoenix.isThere(folder, file) || !call.process().isAlive());
            assertThat(call.process().isAlive())
                    .as("The command had ended before %s", this)
                    .isTrue();
            call.kill();
        }
    }

    @Test
    void whatWasBrokenOffIsTakenUpWhereItStands() throws Exception {
        Moment.REGISTRY_MAKES_ITS_TABLES.breaksOff(phoenix);
        phoenix.killServers();
        try (ServerSocket _ =
                new ServerSocket(phoenix.here.port(Component.QUERY), 1, InetAddress.getLoopbackAddress())) {
            Ended refused = phoenix.up().end();
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.said())
                    .contains("is taken by process " + ProcessHandle.current().pid())
                    .doesNotContain("Exception");
        }

        Moment.INGEST_STARTS.breaksOff(phoenix);
        Call starting = phoenix.up();
        await().atMost(LIMIT).until(() -> starting.said().contains("Starting"));
        assertThat(phoenix.up().end().said()).contains("being started or stopped here by process");
        assertUp(starting.end());
        assertThat(phoenix.run("down").code()).isZero();
        assertThat(phoenix.here.running()).isEmpty();
        phoenix.here.ports().requireFree();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void aCommandIsKilled(Moment moment) throws Exception {
        moment.breaksOff(phoenix);

        assertUp(phoenix.up().end());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void aCommandIsKilledAndAllThatItHasStarted(Moment moment) throws Exception {
        moment.breaksOff(phoenix);
        phoenix.killServers();

        assertUp(phoenix.up().end());
    }

    private void assertUp(Ended up) throws IOException, InterruptedException {
        assertThat(up.code()).as(up.said()).isZero();
        Ended status = phoenix.run("status");
        assertThat(status.code()).as(status.said()).isZero();
    }

    @AfterEach
    void end() {
        phoenix.killServers();
    }
}
