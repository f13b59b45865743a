package com.qualitypost.phoenix.servers.junit;

import com.qualitypost.phoenix.servers.MysqlOptions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** What all tests of this JVM have in common, set before the first of them. */
public final class TestDefaults implements LauncherSessionListener {
    /** Long, because it is never waited for on a machine that works; how fast something is, is not tested. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LIMIT);
        // What is waited for may at first not be there at all: a table, a topic, a listener at the port.
        Awaitility.ignoreExceptionsByDefault();
        System.setProperty(MysqlOptions.REDO_LOG, "64M");
    }
}
