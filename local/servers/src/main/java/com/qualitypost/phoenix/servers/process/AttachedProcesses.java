package com.qualitypost.phoenix.servers.process;

import java.util.HashSet;
import java.util.Set;

/** The processes that end with this JVM: they are killed when it ends. */
final class AttachedProcesses {
    private static final Set<ProcessHandle> RUNNING = new HashSet<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AttachedProcesses::killAll, "kill-servers"));
    }

    private static boolean isEnding;

    private AttachedProcesses() {}

    /** Other threads may still be starting servers while this JVM ends: none may be left behind. */
    static synchronized void add(String name, ProcessHandle process) {
        if (isEnding) {
            process.destroyForcibly();
            throw new ServerException(name + " is not started, because this program is ending.");
        }
        RUNNING.add(process);
    }

    static synchronized void remove(ProcessHandle process) {
        RUNNING.remove(process);
    }

    private static synchronized void killAll() {
        isEnding = true;
        RUNNING.forEach(ProcessHandle::destroyForcibly);
    }
}
