package com.qualitypost.phoenix.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is kept, and that costs as little CPU as possible, because the generator shares the machine with
 * what it measures: requests are bytes, of an answer only the status and the length are read. For one thread.
 */
public final class HttpConnection implements AutoCloseable {
    private static final int LIMIT_MS = 30_000;
    private static final int LARGEST_BODY = 64 << 20;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCODING = "transfer-encoding:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "connection: close".getBytes(StandardCharsets.US_ASCII);

    private final URI address;
    private final byte[] input = new byte[64 << 10];
    private int at;
    private int end;
    private byte[] body = new byte[16 << 10];
    private int bodyLength;
    private @Nullable Socket socket;

    public HttpConnection(URI address) {
        this.address = address;
    }

    /** Sends a whole request and reads its answer; returns the status. */
    public int send(byte[]... request) throws IOException {
        try {
            Socket open = open();
            OutputStream out = open.getOutputStream();
            for (byte[] part : request) {
                out.write(part);
            }
            return read(open.getInputStream());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** The last answer's body. */
    public String body() {
        return new String(body, 0, bodyLength, StandardCharsets.UTF_8);
    }

    public int bodyLength() {
        return bodyLength;
    }

    /** How often these bytes are in the last body. */
    public int count(byte[] text) {
        int count = 0;
        for (int i = 0; i <= bodyLength - text.length; i++) {
            if (body[i] == text[0] && Arrays.equals(body, i, i + text.length, text, 0, text.length)) {
                count++;
                i += text.length - 1;
            }
        }
        return count;
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(LIMIT_MS);
            open.connect(new InetSocketAddress(address.getHost(), address.getPort()), LIMIT_MS);
            socket = open;
            at = 0;
            end = 0;
        }
        return open;
    }

    private int read(InputStream in) throws IOException {
        bodyLength = 0;
        int status = 0;
        int length = 0;
        boolean chunked = false;
        boolean close = false;
        for (int line = line(in); line > 0; line = line(in)) {
            int start = at - line - 2;
            if (status == 0) {
                status = (input[start + 9] - '0') * 100 + (input[start + 10] - '0') * 10 + (input[start + 11] - '0');
            } else if (begins(start, line, LENGTH)) {
                length = number(start + LENGTH.length, line - LENGTH.length, 10);
            } else if (begins(start, line, ENCODING)) {
                chunked = true;
            } else if (begins(start, line, CLOSE)) {
                close = true;
            }
        }
        if (chunked) {
            readChunks(in);
        } else if (status != 304) {
            readBody(in, length);
        }
        if (close) {
            close();
        }
        return status;
    }

    private void readChunks(InputStream in) throws IOException {
        int size;
        do {
            int line = line(in);
            size = number(at - line - 2, line, 16);
            readBody(in, size);
            line(in);
        } while (size > 0);
    }

    /** Steps over the next line, whose length without its end it returns; it is in the input before the position. */
    private int line(InputStream in) throws IOException {
        int start = at;
        while (true) {
            for (int i = start; i + 1 < end; i++) {
                if (input[i] == '\r' && input[i + 1] == '\n') {
                    int length = i - at;
                    at = i + 2;
                    return length;
                }
            }
            int unread = end - at;
            System.arraycopy(input, at, input, 0, unread);
            at = 0;
            end = unread;
            start = Math.max(0, unread - 1);
            fill(in);
        }
    }

    private void readBody(InputStream in, int length) throws IOException {
        if (bodyLength + length > LARGEST_BODY) {
            throw new IOException("An answer has more than %d bytes".formatted(LARGEST_BODY));
        }
        if (bodyLength + length > body.length) {
            body = Arrays.copyOf(body, Math.max(bodyLength + length, 2 * body.length));
        }
        int buffered = Math.min(length, end - at);
        System.arraycopy(input, at, body, bodyLength, buffered);
        at += buffered;
        if (in.readNBytes(body, bodyLength + buffered, length - buffered) < length - buffered) {
            throw new EOFException("The server closed the connection within an answer");
        }
        bodyLength += length;
    }

    private void fill(InputStream in) throws IOException {
        int read = in.read(input, end, input.length - end);
        if (read <= 0) {
            throw new EOFException("The server closed the connection, or its headers are too long");
        }
        end += read;
    }

    private boolean begins(int start, int line, byte[] name) {
        if (line < name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (Character.toLowerCase(input[start + i]) != name[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int start, int length, int radix) {
        String digits = new String(input, start, length, StandardCharsets.US_ASCII).strip();
        return Integer.parseInt(digits, radix);
    }

    @Override
    public void close() {
        try (Socket closing = socket) {
            socket = null;
        } catch (IOException _) {
            // It is not needed any more.
        }
    }
}
