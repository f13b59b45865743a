package com.qualitypost.phoenix.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a browser means us. A foreign page can point its own host name at our address (DNS rebinding), but
 * cannot make the browser send another name.
 */
record Hosts(Set<String> names) {
    private static final String LOCALHOST = "localhost";

    /**
     * Whether the request names us, or the address that it connected to. Without a {@code Host} it does not come from a
     * browser.
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

    /** Whether a change is requested by one of our pages, or by no page at all. */
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

    /** Whether a browser says that the page which sent this is at the very address that it was sent to. */
    static boolean isOwnPage(@Nullable String origin, @Nullable String host) {
        return origin != null
                && host != null
                && (origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host));
    }

    private static String nameOf(String host) {
        int port = host.lastIndexOf(':');
        boolean hasPort = port > host.lastIndexOf(']');
        return (hasPort ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
    }

    /** Parses without asking a name server. */
    private static Optional<InetAddress> literal(String name) {
        try {
            return Optional.of(InetAddress.ofLiteral(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
