package com.qualitypost.phoenix.servers.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Runs what reads or writes where nobody can do anything about a failure: it becomes unchecked. */
public final class Unchecked {
    private Unchecked() {}

    /** Something that reads or writes. */
    @FunctionalInterface
    public interface Step {
        void run() throws IOException;
    }

    /** Something that reads or writes, with a result. */
    @FunctionalInterface
    public interface Task<T extends @Nullable Object> {
        T get() throws IOException;
    }

    public static void run(Step step) {
        get(() -> {
            step.run();
            return null;
        });
    }

    public static <T extends @Nullable Object> T get(Task<T> task) {
        try {
            return task.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
