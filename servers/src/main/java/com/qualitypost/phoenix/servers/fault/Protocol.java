package com.qualitypost.phoenix.servers.fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is spoken on a link: in which pieces it comes, and which of them is a COMMIT. */
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
    },

    /** MySQL's packets, in clear: three bytes of length, least first, one of sequence, and the payload. */
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

        // Between the command and the text stand two bytes, 0 and 1, where a client knows query attributes: trimmed
        // too.
        @Override
        boolean isCommit(byte[] packet) {
            return packet.length > HEADER
                    && packet[HEADER] == COM_QUERY
                    && new String(packet, HEADER + 1, packet.length - HEADER - 1, StandardCharsets.US_ASCII)
                            .trim()
                            .equalsIgnoreCase("COMMIT");
        }
    };

    private static final byte[] END = {};
    private static final int BUFFER = 16 << 10;
    private static final int HEADER = 4;
    private static final byte COM_QUERY = 3;

    /** Empty at the end. */
    abstract byte[] next(InputStream in) throws IOException;

    abstract boolean isCommit(byte[] piece);
}
