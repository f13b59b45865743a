package com.qualitypost.phoenix.servers.junit;

import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import com.qualitypost.phoenix.servers.mysql.MysqlOptions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Sets what all tests of this JVM have in common, before the first of them. */
public final class TestDefaults implements LauncherSessionListener {
    /** Long, because a working machine never waits for it, and tests do not check how fast something is. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LIMIT);
        // What a test waits for may not exist at first: a table, a topic, a listener at the port.
        Awaitility.ignoreExceptionsByDefault();
        // What a test waits for needs the processor too, so it is checked less and less often.
        Awaitility.setDefaultPollInterval(iterative(TestDefaults::longer, SHORTEST_PAUSE));
        System.setProperty(MysqlOptions.REDO_LOG, "64M");
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(5).dividedBy(4);
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }
}
