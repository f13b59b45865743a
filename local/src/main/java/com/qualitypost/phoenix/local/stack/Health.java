package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.ServerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks an application how it is. */
public final class Health implements AutoCloseable {
    static final String PATH = "/actuator/health";

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newHttpClient();

    /** At the application's address. */
    public boolean isGood(String url) {
        return status(url + PATH) == 200;
    }

    /** The status of an answer, or 0 where there was none. */
    int status(String address) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0; // not listening, or not yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while waiting for " + address, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
