package com.qualitypost.phoenix.local.chaos.crowd;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many clients at every gateway, from one address, who ignore the answers they get. */
public final class Crowd {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final List<URI> gateways;
    private final List<Thread> threads = new ArrayList<>();

    public Crowd(List<URI> gateways) {
        this.gateways = gateways;
    }

    /** Goes on until it is dispersed. */
    public void begins(Nuisance nuisance) {
        gateways.forEach(gateway -> threads.add(Thread.startVirtualThread(() -> press(nuisance, gateway))));
    }

    public void disperses() {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw ServerException.interrupted("Interrupted while a crowd was running", e);
            }
        }
        threads.clear();
    }

    private static void press(Nuisance nuisance, URI gateway) {
        List<Socket> held = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    nuisance.once(gateway, held);
                } catch (IOException _) {
                    // It was refused, or a fault affects the gateway itself.
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            // It is over.
        } finally {
            held.forEach(Crowd::close);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // Then it is closed.
        }
    }
}
