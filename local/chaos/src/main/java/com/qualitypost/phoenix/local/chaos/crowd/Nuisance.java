package com.qualitypost.phoenix.local.chaos.crowd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What a crowd does again and again. */
public enum Nuisance {
    /** A byte now and then. */
    SLOW_BODIES("slow bodies") {
        @Override
        void once(URI gateway, List<Socket> held) throws IOException {
            if (held.size() < MOST_HELD) {
                held.add(CLIENT.begins(gateway, 1_000_000, "{".getBytes(US_ASCII)));
            }
            oneMoreByte(held);
        }
    },

    /** The same, but before the body. */
    SLOW_HEADS("slow heads") {
        @Override
        void once(URI gateway, List<Socket> held) throws IOException {
            if (held.size() < MOST_HELD) {
                held.add(CLIENT.says(gateway, "POST /v1/scans HTTP/1.1\r\nUser-Agent: "));
            }
            oneMoreByte(held);
        }
    },

    HALF_BODIES("bodies that stop half-way") {
        @Override
        void once(URI gateway, List<Socket> held) throws IOException {
            if (held.size() == MOST_HELD) {
                held.removeFirst().close();
            }
            held.add(CLIENT.begins(gateway, 2_000_000, new byte[1_000_000]));
        }
    },

    BOMBS("gzip bombs") {
        @Override
        void once(URI gateway, List<Socket> held) throws IOException, InterruptedException {
            CLIENT.posts(gateway, LargeBodies.bomb(), GZIP);
            CLIENT.posts(gateway, LargeBodies.inflatesTo(40_000_000), GZIP);
            CLIENT.posts(gateway, LargeBodies.ofMembers(2_000_000), GZIP);
        }
    },

    LARGE_PARCELS("parcels of megabytes") {
        @Override
        void once(URI gateway, List<Socket> held) throws IOException, InterruptedException {
            String parcel = LargeBodies.parcel();
            for (int batch = 0; batch < 4; batch++) {
                CLIENT.posts(gateway, LargeBodies.gzip(LargeBodies.withTickets(parcel, 250)), GZIP);
            }
            CLIENT.posts(gateway, LargeBodies.gzip(LargeBodies.withAttributes(LargeBodies.parcel(), 250)), GZIP);
        }
    },

    DEVICES_WITH_GAPS("devices with gaps") {
        @Override
        void once(URI gateway, List<Socket> held) throws IOException, InterruptedException {
            for (int device = 0; device < 20; device++) {
                CLIENT.posts(gateway, LargeBodies.withGap("CROWD-" + UUID.randomUUID()), "identity");
            }
        }
    };

    private static final Client CLIENT = new Client("127.0.0.9");
    private static final String GZIP = "gzip";
    private static final int MOST_HELD = 40;

    private final String words;

    Nuisance(String words) {
        this.words = words;
    }

    private static void oneMoreByte(List<Socket> held) throws IOException {
        for (Socket socket : List.copyOf(held)) {
            try {
                socket.getOutputStream().write(' ');
            } catch (IOException _) {
                held.remove(socket);
                socket.close();
            }
        }
    }

    abstract void once(URI gateway, List<Socket> held) throws IOException, InterruptedException;

    @Override
    public String toString() {
        return words;
    }
}
