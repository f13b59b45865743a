package com.qualitypost.phoenix.bench.limit;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** How fast the processors and the disk are just now. */
public final class Metal {
    private static final int BLOCK_BYTES = 4096;
    private static final int TURNS = 1_000_000;

    private Metal() {}

    /** Millions of turns a second of a fixed loop, on two threads together. */
    public static double spin(Duration time) {
        return 2 * TwoThreads.mean(() -> spinAlone(time));
    }

    private static double spinAlone(Duration time) {
        long state = 1;
        long rounds = 0;
        long began = System.nanoTime();
        while (System.nanoTime() - began < time.toNanos()) {
            for (int i = 0; i < TURNS; i++) {
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
            }
            rounds++;
        }
        // Without a use of the result the loop would be left out.
        if (state == 0) {
            throw new ServerException("The loop has lost its state.");
        }
        return rounds / ((System.nanoTime() - began) / 1e9);
    }

    /** Blocks of 4 KB a second, each on disk before the next. */
    public static double fsyncs(Path folder, Duration time) {
        Path file = folder.resolve("fsync");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            Files.createDirectories(folder);
            ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
            long blocks = 0;
            long began = System.nanoTime();
            while (System.nanoTime() - began < time.toNanos()) {
                channel.write(block.clear(), blocks % 1_000 * BLOCK_BYTES);
                channel.force(false);
                blocks++;
            }
            return blocks / ((System.nanoTime() - began) / 1e9);
        } catch (IOException e) {
            throw new ServerException("Measuring the disk in " + folder + ": " + e.getMessage(), e);
        }
    }
}
