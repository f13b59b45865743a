package com.qualitypost.phoenix.local.backup.binlog;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a binlog file, event by event (MySQL 8.0 and later, with GTIDs and checksums, which are the defaults). */
public final class Binlog {
    private static final byte[] MAGIC = {(byte) 0xfe, 'b', 'i', 'n'};

    private final Predicate<Transaction> wanted;
    private final Consumer<Transaction> found;
    private @Nullable Transaction open;
    private int eventsOfOpen;
    private long position = MAGIC.length;
    private long end = MAGIC.length;

    private Binlog(Predicate<Transaction> wanted, Consumer<Transaction> found) {
        this.wanted = wanted;
        this.found = found;
    }

    /** Reads up to the first transaction that is not wanted or not complete; reports each one before it. */
    public static ReadResult read(Path file, Predicate<Transaction> wanted, Consumer<Transaction> found) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            if (!Arrays.equals(bytes.readNBytes(MAGIC.length), MAGIC)) {
                return new ReadResult(0, ReadResult.Ending.DAMAGED);
            }
            Binlog binlog = new Binlog(wanted, found);
            ReadResult.Ending ending = binlog.read(bytes, Files.size(file));
            return new ReadResult(binlog.end, ending);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    private ReadResult.Ending read(InputStream bytes, long size) throws IOException {
        while (position < size) {
            Event event = Event.next(bytes, size - position);
            if (event == null) {
                return ReadResult.Ending.DAMAGED;
            }
            if (event.type() == Event.TAGGED_GTID) {
                throw new ServerException(
                        "The binlog contains GTIDs with tags, which Phoenix never writes and cannot read.");
            }
            if (event.type() == Event.GTID) {
                Transaction next = event.transaction();
                if (!wanted.test(next)) {
                    return ReadResult.Ending.NOT_WANTED;
                }
                open = next;
                eventsOfOpen = 0;
            }
            position += event.length();
            if (open == null || isLastOfOpen(event)) {
                close();
            }
        }
        return open == null ? ReadResult.Ending.END_OF_FILE : ReadResult.Ending.DAMAGED;
    }

    private boolean isLastOfOpen(Event event) {
        return switch (event.type()) {
            case Event.GTID -> false;
            case Event.COMMIT, Event.COMPRESSED_TRANSACTION, Event.ROTATE, Event.STOP -> true;
            case Event.QUERY -> eventsOfOpen++ == 0 && event.isStatement();
            default -> {
                eventsOfOpen++;
                yield false;
            }
        };
    }

    private void close() {
        if (open != null) {
            found.accept(open);
            open = null;
        }
        end = position;
    }

    /**
     * The beginning of a binlog file, up to where complete and wanted transactions end.
     *
     * @param end its length in bytes
     * @param ending why it ends there
     */
    public record ReadResult(long end, Ending ending) {
        /** Why the part that was read ends. */
        public enum Ending {
            /** The file ends. */
            END_OF_FILE,
            /** The next transaction is not wanted. */
            NOT_WANTED,
            /** What follows is torn or damaged. */
            DAMAGED
        }
    }

    /**
     * The header of a transaction in a binlog.
     *
     * @param source MySQL's {@code server_uuid} of the server that committed it first
     * @param number counted by the source; together they are its GTID
     * @param committedAt by the clock of the server that wrote the binlog
     */
    public record Transaction(String source, long number, Instant committedAt) {}
}
