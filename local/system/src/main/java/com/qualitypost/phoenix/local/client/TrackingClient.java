package com.qualitypost.phoenix.local.client;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks up parcels as a customer does. */
public final class TrackingClient implements AutoCloseable {
    /** The longest that the query API lets a caller wait. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI query;

    /** Uses the query API at this address, such as {@code http://127.0.0.1:8080}. */
    public TrackingClient(URI query) {
        this.query = query;
    }

    /** What is known of a parcel now; the query API's README lists the possible answers. */
    public Lookup of(String number) {
        return get(at(number), Duration.ZERO);
    }

    /** What is known once a scan is visible; 409 if it is not visible within the wait. */
    public Lookup of(String number, UUID after, Duration wait) {
        return get(URI.create(at(number) + "?after=" + after + "&wait=" + wait.toSeconds() + "s"), wait);
    }

    /** The address of a lookup, for a browser or curl. */
    public URI at(String number) {
        return query.resolve("/v1/tracking/" + number);
    }

    private Lookup get(URI uri, Duration wait) {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT.plus(wait)).build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Lookup(
                    response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response.headers());
        } catch (IOException e) {
            throw new ServerException("No answer from %s. Look at ./phoenix status.".formatted(uri), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted while looking up", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /**
     * An answer of the query API.
     *
     * @param code the HTTP status
     */
    public record Lookup(int code, String body, HttpHeaders headers) {
        private static final JsonMapper JSON = JsonMapper.shared();

        public boolean isFound() {
            return code == 200;
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The parcel's status. */
        public String status() {
            return json().path("status").asString("");
        }
    }
}
