package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.tables.OtherVersionException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks an application for its health. */
public final class Health implements AutoCloseable {
    static final String PATH = "/actuator/health";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final String OTHER_VERSION = """
            This data was written by another version of Phoenix, whose tables cannot be brought up to date.
            Go back to that version, or delete the data and start again:

              ./phoenix down --wipe     (all scans of this machine are lost with it)
              ./phoenix up""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;

    public Health(String operatorToken) {
        this.token = operatorToken;
    }

    /** {@code url} is the application's management port. */
    public boolean isGood(String url) {
        return trouble(url).isEmpty();
    }

    /**
     * Like {@link #isGood}, for callers that wait for it: ends the wait if the data are such that it never will be.
     */
    boolean isGoodAtLast(String url) {
        Optional<HttpResponse<String>> answer = ask(url + PATH);
        if (answer.isPresent() && answer.get().body().contains(OtherVersionException.TROUBLE)) {
            throw new ServerException(OTHER_VERSION);
        }
        return answer.isPresent() && answer.get().statusCode() == 200;
    }

    /** Its problem in one line; empty while it is healthy. */
    public Optional<String> trouble(String url) {
        return ask(url + PATH)
                .map(answer -> answer.statusCode() == 200
                        ? Optional.<String>empty()
                        : Optional.of("unhealthy: " + troubles(answer.body())))
                .orElse(Optional.of("does not answer"));
    }

    /** The problem of each component that is not up. */
    private static String troubles(String body) {
        try {
            return JSON.readTree(body)
                    .path("components")
                    .propertyStream()
                    .filter(part -> !part.getValue().path("status").asString("").equals("UP"))
                    .map(part -> part.getKey() + " "
                            + part.getValue()
                                    .at("/details/trouble")
                                    .asString(part.getValue().path("status").asString("")))
                    .collect(Collectors.joining("; "));
        } catch (JacksonException _) {
            return body;
        }
    }

    private Optional<HttpResponse<String>> ask(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException _) {
            return Optional.empty(); // Not listening, or not yet.
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted while waiting for " + address, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
