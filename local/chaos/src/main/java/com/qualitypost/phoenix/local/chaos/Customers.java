package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.chaos.SeenAnswers.Seen;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * People who look up parcels all the time, through a load balancer that uses the other node if one does not answer, or
 * asks to be left alone because it is about to stop. Half of them send the revision that they have seen. The others
 * trust the age that an answer claims: of two answers, the one that claims to be fresher must not know less.
 */
final class Customers implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);
    /**
     * The system answers within a second, even if only to say that it cannot; after that a customer asks the next node.
     * A customer whom both have kept waiting is more patient, because otherwise all the attempts together would keep a
     * busy machine from ever answering.
     */
    private static final Duration TRY_LIMIT = Duration.ofSeconds(1);

    /** Much more than it ever takes, because a busy machine is slow. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int MOST_DOUBLINGS = 4;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final SeenAnswers seen = new SeenAnswers();
    private final Map<URI, Long> leftAloneUntil = new ConcurrentHashMap<>();
    private final List<URI> nodes;
    private final Supplier<String> numbers;
    private final BooleanSupplier excuse;
    private int turn;

    /**
     * Starts at once.
     *
     * @param excuse whether no database can answer now, so that a 503 is the only possible answer
     */
    Customers(List<URI> nodes, Supplier<String> numbers, BooleanSupplier excuse) {
        this.nodes = nodes;
        this.numbers = numbers;
        this.excuse = excuse;
        clock.scheduleAtFixedRate(this::ask, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    SeenAnswers.Report report() {
        return seen.report();
    }

    private void ask() {
        String number = numbers.get();
        int first = turn++;
        Thread.ofVirtual().start(() -> ask(number, first));
    }

    private void ask(String number, int first) {
        Seen before = seen.of(number);
        boolean saysSo = first % 2 == 0;
        long began = System.nanoTime();
        boolean excusedBefore = excuse.getAsBoolean();
        List<String> answers = new ArrayList<>();
        for (int i = 0; System.nanoTime() - began < LIMIT.toNanos(); i++) {
            Duration patience = TRY_LIMIT.multipliedBy(1L << Math.min(MOST_DOUBLINGS, i / 2));
            String answer = answer(node(first / 2 + i, i >= nodes.size()), number, before, saysSo, patience);
            if (answer.isEmpty()) {
                seen.answered(System.nanoTime() - began);
                return;
            }
            answers.add(answer);
            if (i > 0) {
                pause(PAUSE.multipliedBy(1L << Math.min(MOST_DOUBLINGS, i / 2)));
            }
        }
        seen.unanswered(answers, excusedBefore || excuse.getAsBoolean());
    }

    /**
     * The node whose turn it is, or the next one that does not ask to be left alone. As a last resort that wish is
     * ignored: a node that has just come back also closes connections with each error, and the other one may be away.
     */
    private URI node(int turn, boolean lastResort) {
        long now = System.nanoTime();
        return IntStream.range(turn, turn + nodes.size())
                .mapToObj(any -> nodes.get(any % nodes.size()))
                .filter(node -> lastResort || leftAloneUntil.getOrDefault(node, now) - now <= 0)
                .findFirst()
                .orElse(nodes.get(turn % nodes.size()));
    }

    /** Empty if it is an answer, otherwise what came instead. */
    private String answer(URI node, String number, Seen before, boolean saysSo, Duration patience) {
        String question = saysSo && before.revision() > 0 ? "?min_revision=" + before.revision() : "";
        URI uri = node.resolve("/v1/tracking/" + number + question);
        try {
            HttpResponse<Void> response = http.send(
                    HttpRequest.newBuilder(uri).timeout(patience).build(), HttpResponse.BodyHandlers.discarding());
            if (response.headers()
                    .firstValue("Connection")
                    .filter("close"::equals)
                    .isPresent()) {
                leftAloneUntil.put(node, System.nanoTime() + LEFT_ALONE.toNanos());
            }
            return switch (response.statusCode()) {
                case 200, 404 -> {
                    seen.compare(number, before, Seen.in(response), saysSo);
                    yield "";
                }
                // It says that it does not have that revision yet, which is an answer.
                case 409 -> "";
                default -> "%s: %d".formatted(uri, response.statusCode());
            };
        } catch (ConnectException e) {
            return uri + ": nobody there";
        } catch (HttpTimeoutException e) {
            seen.slow();
            return uri + ": no answer yet";
        } catch (IOException e) {
            seen.brokenOff();
            return uri + ": " + e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @Override
    public void close() {
        clock.shutdownNow();
        http.shutdownNow();
    }
}
