package com.qualitypost.phoenix.servers.process;

import java.util.HashSet;
import java.util.Set;

/** The processes that end with this JVM: they are killed when it ends. */
final class AttachedProcesses {
    private static final Set<ProcessHandle> RUNNING = new HashSet<>();
    private static boolean isHooked;
    private static boolean isEnding;

    private AttachedProcesses() {}

    /** Other threads may still be starting servers while this JVM ends: none may be left behind. */
    static synchronized void add(String name, ProcessHandle process) {
        if (!isHooked) {
            hook();
        }
        if (isEnding) {
            process.destroyForcibly();
            throw new ServerException(name + " is not started, because this program is ending.");
        }
        RUNNING.add(process);
    }

    /** With the first process, because a program that has none may ask only while it ends. */
    private static void hook() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(AttachedProcesses::killAll, "kill-servers"));
            isHooked = true;
        } catch (IllegalStateException _) {
            isEnding = true;
        }
    }

    static synchronized void remove(ProcessHandle process) {
        RUNNING.remove(process);
    }

    private static synchronized void killAll() {
        isEnding = true;
        RUNNING.forEach(ProcessHandle::destroyForcibly);
    }
}
