package com.qualitypost.phoenix.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a browser means us. A page of somebody else's can lead its own name to our address (DNS rebinding), but not make
 * the browser call us by another one.
 */
record Hosts(Set<String> names) {
    private static final String LOCALHOST = "localhost";

    /**
     * By one of our names, or by the address that was connected to. Without a {@code Host} it is no browser.
     *
     * @param connectedTo our address of this connection
     */
    boolean areMeantBy(@Nullable String host, String connectedTo) {
        if (host == null) {
            return true;
        }
        String name = nameOf(host);
        return name.equals(LOCALHOST)
                || names.contains(name)
                || literal(name)
                        .filter(address -> address.isLoopbackAddress()
                                || literal(connectedTo).filter(address::equals).isPresent())
                        .isPresent();
    }

    /** Whether what wants to change something is a page of ours, or no page. */
    boolean areOrigin(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            String authority = new URI(origin).getAuthority();
            return authority != null && (authority.equalsIgnoreCase(host) || names.contains(nameOf(authority)));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static String nameOf(String host) {
        int port = host.lastIndexOf(':');
        boolean hasPort = port > host.lastIndexOf(']');
        return (hasPort ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
    }

    /** Asks no name server. */
    private static Optional<InetAddress> literal(String name) {
        try {
            return Optional.of(InetAddress.ofLiteral(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
