package com.qualitypost.phoenix.web.admission;

import static java.util.stream.Collectors.joining;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Where a request comes from, for the limits. */
public record Source(String text) {
    private static final int GROUPS = 4;

    /** With IPv6 everybody has a network of 64 bits: all its addresses count as one. */
    public static Source at(String address) {
        try {
            return at(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException _) {
            return new Source("unknown"); // A proxy may report its clients like this.
        }
    }

    static Source at(InetAddress address) {
        String text = address.getHostAddress();
        return new Source(address instanceof Inet6Address ? network(text) : text);
    }

    private static String network(String address) {
        return Arrays.stream(address.split(":", -1)).limit(GROUPS).collect(joining(":", "", "::/64"));
    }
}
