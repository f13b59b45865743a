package com.qualitypost.phoenix.servers.junit;

import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import com.qualitypost.phoenix.servers.mysql.MysqlOptions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** What all tests of this JVM have in common, set before the first of them. */
public final class TestDefaults implements LauncherSessionListener {
    /** Long, because it is never waited for on a machine that works; how fast something is, is not tested. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LIMIT);
        // What is waited for may at first not be there at all: a table, a topic, a listener at the port.
        Awaitility.ignoreExceptionsByDefault();
        // What is waited for needs the processor too, so it is asked less and less often.
        Awaitility.setDefaultPollInterval(iterative(TestDefaults::longer, SHORTEST_PAUSE));
        System.setProperty(MysqlOptions.REDO_LOG, "64M");
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(5).dividedBy(4);
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }
}
