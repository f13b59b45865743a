package com.qualitypost.phoenix.local.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qualitypost.phoenix.local.client.Receipt.Answers;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends batches as a well-behaved device does: compressed, and again, to the next address, as long as something was not
 * acknowledged.
 */
public final class ScanClient implements AutoCloseable {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final List<URI> addresses;
    private final AtomicInteger next = new AtomicInteger();
    private final Tally tally = new Tally();

    /** Sends to these addresses of ingest, such as {@code http://127.0.0.1:8081}. */
    public ScanClient(URI... ingest) {
        this.addresses = Arrays.stream(ingest)
                .map(address -> address.resolve("/v1/scans"))
                .toList();
    }

    /** The size of a scan as sent, uncompressed. */
    public static int bytes(Scan scan) {
        return JSON.writeValueAsBytes(scan).length;
    }

    /** Counts everything that this client has sent. */
    public Tally tally() {
        return tally;
    }

    /** Returns once every scan has its answer. */
    public Receipt send(DeviceBatch batch) {
        long deadline = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        tally.sent(batch.scans().size());
        Attempt attempt = post(batch);
        Receipt receipt = attempt.receipt();
        while (!attempt.left().isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new ServerException("The gateway has not accepted scans for " + GIVE_UP_AFTER.toSeconds()
                        + " s. Look at ./phoenix status and the logs.");
            }
            pause(attempt.retryAfter());
            attempt = post(batch.only(attempt.left()));
            receipt = receipt.plus(attempt.receipt());
        }
        tally.answered(receipt);
        return receipt;
    }

    private record Attempt(Receipt receipt, List<Scan> left, Duration retryAfter) {
        static Attempt failed(DeviceBatch batch, Duration retryAfter) {
            return new Attempt(Receipt.NOTHING, batch.scans(), retryAfter);
        }

        static Attempt answered(DeviceBatch batch, Answers answers) {
            return new Attempt(Receipt.of(batch.scans(), answers), Receipt.toRetry(batch.scans(), answers), PAUSE);
        }
    }

    private Attempt post(DeviceBatch batch) {
        HttpRequest request = HttpRequest.newBuilder(addresses.get(next.get() % addresses.size()))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(compressed(batch)))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (isLeaving(response)) {
                goOn();
            }
            return switch (response.statusCode()) {
                case 202 -> Attempt.answered(batch, JSON.readValue(response.body(), Answers.class));
                // Too slow for it, or it for us: nothing was accepted, and all of it is sent again.
                case 408, 503 -> failed(batch, retryAfter(response));
                default ->
                    throw new ServerException("The gateway refused a batch: %d %s"
                            .formatted(response.statusCode(), said(response.body())));
            };
        } catch (ConnectException _) {
            return failed(batch, PAUSE); // Nobody is there, or not yet.
        } catch (IOException _) {
            tally.brokeOff();
            return failed(batch, PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The text of a problem. */
    private static String said(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            return JSON.readTree(text).path("detail").asString(text);
        } catch (JacksonException _) {
            return text;
        }
    }

    private Attempt failed(DeviceBatch batch, Duration retryAfter) {
        goOn();
        return Attempt.failed(batch, retryAfter);
    }

    private void goOn() {
        next.updateAndGet(last -> (last + 1) % addresses.size());
    }

    /** The gateway is about to stop and asks to be left alone. */
    private static boolean isLeaving(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Connection")
                .filter("close"::equals)
                .isPresent();
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").stream()
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .findFirst()
                .orElse(PAUSE);
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ServerException interrupted(InterruptedException e) {
        return ServerException.interrupted("Interrupted while sending scans", e);
    }

    private static byte[] compressed(DeviceBatch batch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(JSON.writeValueAsBytes(batch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        http.close();
    }
}
