package com.qualitypost.phoenix.local.chaos;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE_NEW;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.servers.file.Unchecked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records what was sent and what was acknowledged in a file outside of the system: one line each, on disk before the
 * scan leaves and as soon as its answer arrives.
 */
final class Ledger implements AutoCloseable {
    private static final String TRIED = "?";
    private static final String ACKNOWLEDGED = "!";

    private final Path file;
    private final FileChannel channel;

    Ledger(Path file) {
        this.file = file;
        this.channel = Unchecked.get(() -> FileChannel.open(file, CREATE_NEW, APPEND));
    }

    /** The content of a scan, as far as the oracle needs it. */
    record Entry(UUID scanId, String trackingNumber, String kind, Instant occurredAt) {}

    /** Everything in the file. */
    record Pages(Map<UUID, Entry> tried, Set<UUID> acknowledged) {}

    void tries(Collection<Scan> scans) {
        write(scans.stream()
                .map(scan -> String.join(
                        " ",
                        TRIED,
                        scan.scanId().toString(),
                        scan.trackingNumber(),
                        scan.kind(),
                        scan.occurredAt().toInstant().toString())));
    }

    void acknowledged(Collection<Scan> scans) {
        write(scans.stream().map(scan -> ACKNOWLEDGED + " " + scan.scanId()));
    }

    Pages read() {
        Map<UUID, Entry> tried = new LinkedHashMap<>();
        Set<UUID> acknowledged = new HashSet<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(line -> line.split(" ")).forEach(words -> {
                UUID scanId = UUID.fromString(words[1]);
                if (words[0].equals(ACKNOWLEDGED)) {
                    acknowledged.add(scanId);
                } else {
                    tried.put(scanId, new Entry(scanId, words[2], words[3], Instant.parse(words[4])));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Pages(tried, acknowledged);
    }

    private synchronized void write(Stream<String> lines) {
        String text = lines.map(line -> line + "\n").collect(Collectors.joining());
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the ledger " + file, e);
        }
    }

    @Override
    public void close() {
        Unchecked.run(channel::close);
    }
}
