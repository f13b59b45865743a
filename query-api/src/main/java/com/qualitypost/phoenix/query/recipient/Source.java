package com.qualitypost.phoenix.query.recipient;

import static java.util.stream.Collectors.joining;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Where a try comes from, as it is counted. */
public record Source(String text) {
    private static final int GROUPS = 4;

    /** With IPv6 everybody has a network of 64 bits to himself: its addresses count as one. */
    public static Source at(String address) {
        try {
            InetAddress read = InetAddress.ofLiteral(address);
            String text = read.getHostAddress();
            return new Source(read instanceof Inet6Address ? network(text) : text);
        } catch (IllegalArgumentException _) {
            return new Source("unknown"); // A proxy may call its clients so.
        }
    }

    private static String network(String address) {
        return Arrays.stream(address.split(":", -1)).limit(GROUPS).collect(joining(":", "", "::/64"));
    }
}
