package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Stops all processes of an installation gracefully, whoever started them. */
public final class Shutdown {
    private final Installation here;
    private final Screen screen;

    public Shutdown(Installation here, Screen screen) {
        this.here = here;
        this.screen = screen;
    }

    /** Returns how many it stopped. */
    public int run() {
        return run(EnumSet.allOf(Component.class));
    }

    /** Only these. */
    public int run(Set<Component> parts) {
        if (parts.stream().anyMatch(this::writesArchive)) {
            screen.say(
                    "  This takes longer than usual: each also stores the classes it has loaded, to start faster from now on.");
        }
        return Component.STOP_ORDER.stream()
                .map(together -> together.stream().filter(parts::contains).toList())
                .mapToInt(this::stop)
                .sum();
    }

    private boolean writesArchive(Component part) {
        return part.isApplication() && here.process(part).isPresent() && !Unpacked.isArchived(Repository.jar(part));
    }

    private int stop(List<Component> together) {
        List<Thread> stopping = together.stream()
                .flatMap(part -> here.process(part).stream().map(process -> stopping(part, process)))
                .toList();
        stopping.forEach(Shutdown::join);
        return stopping.size();
    }

    private Thread stopping(Component part, ServerProcess process) {
        return Thread.ofVirtual().start(() -> {
            long began = System.nanoTime();
            process.stop();
            double seconds = (System.nanoTime() - began) / 1e9;
            screen.say("  %-16s %5.1f s", part.folder(), seconds);
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Makes us responsible: everything stops when this JVM ends, by Ctrl-C for example, unless the guard is released.
     */
    public Guard atExit(String why) {
        return new Guard(why);
    }

    /** The promise to leave nothing running. */
    public final class Guard {
        private static final Duration LATE = Duration.ofMillis(300);

        private final Thread hook;
        private volatile boolean stopping;

        private Guard(String why) {
            here.own();
            hook = new Thread(() -> stopAll(why), "stop-everything");
            Runtime.getRuntime().addShutdownHook(hook);
        }

        /** Lets everything run on without us. */
        public void release() {
            Runtime.getRuntime().removeShutdownHook(hook);
        }

        /** Whether we are stopping it. */
        public boolean isStopping() {
            return stopping;
        }

        private void stopAll(String why) {
            stopping = true;
            // Nobody may start anything meanwhile. If we are interrupted while starting, the turn is not free because
            // it is ours.
            Optional<Turn> turn = Turn.tryTake();
            if (!here.running().isEmpty()) {
                screen.say(why);
            }
            // Again, because a process that was being started when this began had not written its id yet.
            while (Shutdown.this.run() > 0) {
                LockSupport.parkNanos(LATE.toNanos());
            }
            turn.ifPresent(Turn::close);
        }
    }
}
