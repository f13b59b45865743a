package com.qualitypost.phoenix.servers.fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The protocol of a link: how it is divided into pieces, and which of them is a COMMIT or another changing statement.
 */
enum Protocol {
    /** Bytes as they come. */
    ANY {
        @Override
        byte[] next(InputStream in) throws IOException {
            byte[] buffer = new byte[BUFFER];
            int read = in.read(buffer);
            return read <= 0 ? END : Arrays.copyOf(buffer, read);
        }

        @Override
        boolean isCommit(byte[] piece) {
            return false;
        }

        @Override
        boolean isChange(byte[] piece) {
            return false;
        }
    },

    /**
     * MySQL's packets without TLS: three bytes of length, least significant first, one of sequence, and the payload.
     */
    MYSQL {
        @Override
        byte[] next(InputStream in) throws IOException {
            byte[] header = in.readNBytes(HEADER);
            if (header.length < HEADER) {
                return END;
            }
            int length = header[0] & 0xFF | (header[1] & 0xFF) << 8 | (header[2] & 0xFF) << 16;
            byte[] packet = Arrays.copyOf(header, HEADER + length);
            return in.readNBytes(packet, HEADER, length) < length ? END : packet;
        }

        @Override
        boolean isCommit(byte[] packet) {
            return statement(packet).equalsIgnoreCase("COMMIT");
        }

        @Override
        boolean isChange(byte[] packet) {
            return CHANGE.matcher(statement(packet)).lookingAt();
        }

        // If a client knows query attributes, two bytes, 0 and 1, come between the command and the text: they are
        // trimmed too.
        private static String statement(byte[] packet) {
            return packet.length > HEADER && (packet[HEADER] == COM_QUERY || packet[HEADER] == COM_STMT_PREPARE)
                    ? new String(packet, HEADER + 1, packet.length - HEADER - 1, StandardCharsets.US_ASCII).trim()
                    : "";
        }
    };

    private static final byte[] END = {};
    private static final int BUFFER = 16 << 10;
    private static final int HEADER = 4;
    private static final byte COM_QUERY = 3;
    private static final byte COM_STMT_PREPARE = 22;
    private static final Pattern CHANGE = Pattern.compile(
            "(\\s|--.*\\n)*(ALTER|CREATE|DELETE|DROP|EXECUTE|GRANT|INSERT|RENAME|REPLACE|REVOKE|UPDATE)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Empty at the end. */
    abstract byte[] next(InputStream in) throws IOException;

    abstract boolean isCommit(byte[] piece);

    abstract boolean isChange(byte[] piece);

    /** The same statement with an unknown word in it. */
    static byte[] spoilt(byte[] packet) {
        byte[] spoilt = packet.clone();
        int letter = HEADER + 1;
        while (spoilt[letter] <= ' ') {
            letter++;
        }
        spoilt[letter] = '?';
        return spoilt;
    }
}
