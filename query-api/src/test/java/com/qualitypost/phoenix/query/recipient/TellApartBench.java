package com.qualitypost.phoenix.query.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Whether response times tell an unknown number from a wrong credential. Not part of the build:
 * {@code -Dtest=TellApartBench}. Of any two answers, how often is the one of a known parcel slower? 50 % reveals
 * nothing. Two halves of the same kind show the noise.
 */
@TestPropertySource(
        properties = {
            "server.forward-headers-strategy=native",
            "server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1"
        })
class TellApartBench extends RecipientFixture {
    private static final int PARCELS = 1_000;
    private static final int WARM_UP = 4_000;
    private static final int ROUNDS = 8_000;
    private static final double TELLING = 0.02;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = ThreadLocalRandom.current();
    private int source;

    @LocalServerPort
    private int port;

    /** What is measured. */
    private enum Kind {
        KNOWN,
        KNOWN_TOO,
        UNKNOWN
    }

    @Test
    void timeTellsNothing() throws Exception {
        TrackingNumber[] known = new TrackingNumber[PARCELS];
        TrackingNumber[] unknowns = new TrackingNumber[PARCELS];
        for (int i = 0; i < PARCELS; i++) {
            known[i] = anyNumber();
            unknowns[i] = anyNumber();
            READ_SIDE.shipment(known[i], POSTCODE, "safe_place", TIMELINE);
        }
        Map<Kind, double[]> micros = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            micros.put(kind, new double[ROUNDS]);
        }
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Kind kind : inAnyOrder()) {
                TrackingNumber[] numbers = kind == Kind.UNKNOWN ? unknowns : known;
                double took = micros(numbers[random.nextInt(PARCELS)]);
                if (round >= 0) {
                    micros.get(kind)[round] = took;
                }
            }
        }
        micros.values().forEach(Arrays::sort);
        micros.forEach(TellApartBench::print);
        double noise = slower(micros.get(Kind.KNOWN), micros.get(Kind.KNOWN_TOO));
        double telling = slower(micros.get(Kind.KNOWN), micros.get(Kind.UNKNOWN));
        System.out.printf(
                "a known one is slower than another known one %.2f %%, than an unknown one %.2f %%%n",
                100 * noise, 100 * telling);
        assertThat(telling).isBetween(0.5 - TELLING, 0.5 + TELLING);
    }

    private Kind[] inAnyOrder() {
        Kind[] kinds = Kind.values();
        for (int i = kinds.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Kind kind = kinds[i];
            kinds[i] = kinds[j];
            kinds[j] = kind;
        }
        return kinds;
    }

    private double micros(TrackingNumber number) throws Exception {
        int from = source++;
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/v1/tracking/" + number + "/details"))
                .header("X-Forwarded-For", "10.%d.%d.%d".formatted(from >> 16 & 255, from >> 8 & 255, from & 255))
                .POST(BodyPublishers.ofString("{\"postcode\":\"97001\"}"))
                .build();
        long start = System.nanoTime();
        int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
        double took = (System.nanoTime() - start) / 1_000.0;
        assertThat(status).isEqualTo(403);
        return took;
    }

    /** How often one of the first is slower than one of the second: the area under the ROC curve. Both are sorted. */
    private static double slower(double[] first, double[] second) {
        long pairs = 0;
        int below = 0;
        for (double value : first) {
            while (below < second.length && second[below] < value) {
                below++;
            }
            pairs += below;
        }
        return (double) pairs / first.length / second.length;
    }

    private static void print(Kind kind, double[] sorted) {
        System.out.printf("%-10s", kind);
        for (double share : new double[] {0.05, 0.25, 0.5, 0.75, 0.95, 0.99}) {
            System.out.printf("  p%.0f %6.0f us", 100 * share, sorted[(int) (share * sorted.length)]);
        }
        System.out.println();
    }
}
