package com.qualitypost.phoenix.bench.stage;

import com.qualitypost.phoenix.servers.file.WholeFile;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Gives every world its own tracking numbers, across runs on the same data. */
final class Serials {
    /** Above are numbers that nobody ever reports on. */
    static final int NEVER_USED = 90_000_000;

    private final Path file;

    Serials(Path folder) {
        this.file = folder.resolve("next-serial");
    }

    int take(int count) {
        try {
            int first =
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            if (first + count > NEVER_USED) {
                throw new ServerException("All numbers are used up. Start over without --continue.");
            }
            WholeFile.write(file, List.of(Integer.toString(first + count)));
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
