package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.nio.file.Path;

/** One system for all trials of this JVM; its processes end with the JVM. */
final class TrialSystem {
    private static final int SCANS_PER_SECOND = 50;
    private static final Screen SCREEN = new Screen();
    private static final Path FOLDER = TestServers.folder("chaos");
    private static final Rig RIG = Rig.start(FOLDER, SCREEN);
    private static int companies;

    private TrialSystem() {}

    static Rig rig() {
        return RIG;
    }

    /** A company with parcels of its own. */
    static Chaos chaos() {
        return new Chaos(RIG, companies++, FOLDER, SCANS_PER_SECOND, SCREEN);
    }

    static Screen screen() {
        return SCREEN;
    }
}
