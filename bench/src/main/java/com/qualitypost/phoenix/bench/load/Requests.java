package com.qualitypost.phoenix.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Makes the bytes of requests. */
public final class Requests {
    private Requests() {}

    /** A request without a body; further header lines each end with CR and LF. */
    public static byte[] get(URI address, String path, String headers) {
        return "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
                .formatted(path, address.getAuthority(), headers)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The head of a request with a body of JSON. */
    public static byte[] post(URI address, String path, String headers, int length) {
        return "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(path, address.getAuthority(), headers, length)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
