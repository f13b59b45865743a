package com.qualitypost.phoenix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.vocabulary.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** A person who waits for a parcel and knows its number. */
public final class Customer {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String number;

    public Customer(String number) {
        this.number = number;
    }

    /** The answer of the public API, in Spanish. */
    public SeenAnswer looks() {
        return ask("", "Accept-Language", "es-MX");
    }

    SeenAnswer looksInEnglish() {
        return ask("", "Accept-Language", "en-US");
    }

    /** Sends the tag of an earlier answer along. */
    SeenAnswer looksAgain(SeenAnswer earlier) {
        return ask("", "If-None-Match", earlier.etag());
    }

    /** Asks for an answer that has this scan. */
    SeenAnswer looksAfter(UUID scanId) {
        return ask("?wait=10s&after=" + scanId, "Accept-Language", "es-MX");
    }

    public SeenAnswer eventuallySees(Status status) {
        return await().until(
                        this::looks,
                        sight -> sight.code() == 200 && sight.status().equals(status.name()));
    }

    /** The answer once it has all of these scans. */
    SeenAnswer eventuallySeesAll(Iterable<UUID> scanIds) {
        for (UUID scanId : scanIds) {
            await().untilAsserted(() -> assertThat(looksAfter(scanId).code()).isEqualTo(200));
        }
        return looks();
    }

    private SeenAnswer ask(String query, String header, String value) {
        URI address = RunningSystem.addresses().query().resolve("/v1/tracking/" + number + query);
        try {
            return new SeenAnswer(HTTP.send(
                    HttpRequest.newBuilder(address).header(header, value).build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("Asking for " + number, e);
        }
    }
}
