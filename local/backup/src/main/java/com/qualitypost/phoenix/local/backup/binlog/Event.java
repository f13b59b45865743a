package com.qualitypost.phoenix.local.backup.binlog;

import com.qualitypost.phoenix.local.backup.binlog.Binlog.Transaction;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One event of a binlog, as far as we need to understand it. Debezium's library reads such files too, but compares no
 * checksum: it would take a damaged event for a sound one.
 */
record Event(int type, ByteBuffer bytes) {
    static final int QUERY = 2;
    static final int STOP = 3;
    static final int ROTATE = 4;
    static final int COMMIT = 16;
    static final int GTID = 33;
    static final int COMPRESSED_TRANSACTION = 40;
    static final int TAGGED_GTID = 42;

    private static final int FORMAT = 15;
    private static final int HEADER_BYTES = 19;
    private static final int CHECKSUM_BYTES = 4;
    private static final int MOST_BYTES = 1 << 30;
    /** Set if the time of the first commit, on another server, follows. */
    private static final long OTHER_TIME_FOLLOWS = 1L << 55;

    int length() {
        return bytes.capacity();
    }

    /** The next event; null at the end, or where the file is torn or damaged. */
    static @Nullable Event next(InputStream from, long left) throws IOException {
        if (left < HEADER_BYTES + CHECKSUM_BYTES) {
            return null;
        }
        byte[] header = from.readNBytes(HEADER_BYTES);
        if (header.length < HEADER_BYTES) {
            throw new EOFException();
        }
        long length = Integer.toUnsignedLong(littleEndian(header).getInt(9));
        if (length < HEADER_BYTES + CHECKSUM_BYTES || length > Math.min(left, MOST_BYTES)) {
            return null;
        }
        byte[] all = new byte[(int) length];
        System.arraycopy(header, 0, all, 0, HEADER_BYTES);
        from.readNBytes(all, HEADER_BYTES, (int) length - HEADER_BYTES);
        Event event = new Event(header[4] & 0xff, littleEndian(all));
        return event.isWhole() ? event : null;
    }

    /** The first event changes when the file is closed, but its checksum does not. */
    private boolean isWhole() {
        CRC32 checksum = new CRC32();
        checksum.update(bytes.array(), 0, length() - CHECKSUM_BYTES);
        return type == FORMAT || (int) checksum.getValue() == bytes.getInt(length() - CHECKSUM_BYTES);
    }

    Transaction transaction() {
        ByteBuffer source = ByteBuffer.wrap(bytes.array(), HEADER_BYTES + 1, 16);
        long micros = (bytes.getLong(60) >>> 8) & ~OTHER_TIME_FOLLOWS;
        return new Transaction(
                new UUID(source.getLong(), source.getLong()).toString(),
                bytes.getLong(36),
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** Whether it is a statement that forms a transaction of its own. */
    boolean isStatement() {
        byte[] begin = "BEGIN".getBytes(StandardCharsets.US_ASCII);
        int from = length() - CHECKSUM_BYTES - begin.length;
        return type == QUERY && !ByteBuffer.wrap(begin).equals(bytes.slice(from, begin.length));
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
