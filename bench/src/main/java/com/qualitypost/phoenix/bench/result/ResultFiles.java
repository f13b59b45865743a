package com.qualitypost.phoenix.bench.result;

import com.qualitypost.phoenix.servers.file.WholeFile;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each yardstick's result in a file of its own, so that a run that was broken off can be continued. */
public final class ResultFiles {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;

    public ResultFiles(Path folder) {
        this.folder = folder;
    }

    public void keep(Result result) {
        try {
            Files.createDirectories(folder);
            WholeFile.write(file(result.yardstick()), List.of(JSON.writeValueAsString(result)));
        } catch (IOException e) {
            throw new UncheckedIOException("Keeping the result of " + result.yardstick(), e);
        }
    }

    public Optional<Result> of(String yardstick) {
        Path file = file(yardstick);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), Result.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        } catch (JacksonException e) {
            throw new ServerException(file + " was written by another version. Start over without --continue.", e);
        }
    }

    private Path file(String yardstick) {
        return folder.resolve(yardstick + ".json");
    }
}
