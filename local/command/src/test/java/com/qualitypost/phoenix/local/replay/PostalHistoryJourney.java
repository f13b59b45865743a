package com.qualitypost.phoenix.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.journey.Customer;
import com.qualitypost.phoenix.local.journey.RunningSystem;
import com.qualitypost.phoenix.local.journey.SeenAnswer;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A real history of 371 international items, replayed in every order as separate parcels. */
@Needs(Need.REAL_HISTORIES)
class PostalHistoryJourney {
    private static final int SEED = 20_261_122;
    private static final int AS_FAST_AS_THEY_ARE_TAKEN = 0;

    private static final Map<ReplayOrder, Summary> SUMMARIES = new EnumMap<>(ReplayOrder.class);
    private static final Map<ReplayOrder, Map<String, SeenAnswer>> ANSWERS = new EnumMap<>(ReplayOrder.class);

    @BeforeAll
    static void replayInEveryOrder() {
        History history = History.read(Need.realHistories().resolve("postal-scans.csv"), Profile.HEADER, null);
        Screen screen = new Screen();
        for (ReplayOrder order : ReplayOrder.values()) {
            History parcels = history.withPrefix(prefix(order));
            try (Replay replay = new Replay(RunningSystem.addresses(), screen)) {
                SUMMARIES.put(order, replay.run(order.of(parcels.read(), SEED), AS_FAST_AS_THEY_ARE_TAKEN));
            }
            screen.say("Postal history by " + order + ": " + SUMMARIES.get(order));
            ANSWERS.put(order, answers(history, order));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyScanIsAFactOrARepetition(ReplayOrder order) {
        Summary summary = SUMMARIES.get(order);
        assertThat(summary.rows()).isEqualTo(2_443);
        assertThat(summary.rejected()).isZero();
        assertThat(summary.duplicates()).isEqualTo(30);
        assertThat(summary.quarantined()).isEmpty();
        assertThat(ANSWERS.get(order).values().stream()
                        .mapToInt(sight -> sight.events().size()))
                .satisfies(sizes -> assertThat(
                                sizes.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(2_413));
    }

    @ParameterizedTest
    @EnumSource
    void everyItemEndsAsItsHistorySays(ReplayOrder order) {
        Map<String, SeenAnswer> answers = ANSWERS.get(order);
        Map<Boolean, Long> openByFailedAttempt = answers.values().stream()
                .filter(sight -> !Set.of("DELIVERED", "CREATED").contains(sight.status()))
                .collect(Collectors.partitioningBy(
                        sight -> sight.events().stream()
                                .anyMatch(event -> kind(event).equals("DELIVERY_FAILED")),
                        Collectors.counting()));

        assertThat(answers).hasSize(371);
        assertThat(count(answers, "DELIVERED")).isEqualTo(187);
        assertThat(count(answers, "CREATED")).isEqualTo(143);
        assertThat(openByFailedAttempt).isEqualTo(Map.of(true, 28L, false, 13L));
    }

    @ParameterizedTest
    @EnumSource
    void codesWithoutAStatusStandInTheTimeline(ReplayOrder order) {
        Map<String, Long> noted = ANSWERS.get(order).values().stream()
                .flatMap(sight -> sight.events().stream())
                .filter(event -> !event.has("status"))
                .collect(Collectors.groupingBy(PostalHistoryJourney::kind, Collectors.counting()));

        assertThat(noted).isEqualTo(Map.of("INFO_RECORDED", 13L, "CONSOLIDATED", 12L, "RECORD_UPDATED", 1L));
    }

    @Test
    void theOrderOfArrivalDoesNotShowInAnyAnswer() {
        assertThat(bodies(ReplayOrder.TIME)).isEqualTo(bodies(ReplayOrder.FILE));
        assertThat(bodies(ReplayOrder.SHUFFLED)).isEqualTo(bodies(ReplayOrder.FILE));
    }

    private static String prefix(ReplayOrder order) {
        return order.name().charAt(0) + "-";
    }

    private static Map<String, SeenAnswer> answers(History history, ReplayOrder order) {
        return history.scans().stream()
                .map(Scan::trackingNumber)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), number -> new Customer(prefix(order) + number).looks()));
    }

    private static Map<String, String> bodies(ReplayOrder order) {
        Map<String, String> bodies = new TreeMap<>();
        ANSWERS.get(order)
                .forEach((number, sight) -> bodies.put(number, sight.body().replace(prefix(order) + number, number)));
        return bodies;
    }

    private static long count(Map<String, SeenAnswer> answers, String status) {
        return answers.values().stream()
                .filter(sight -> sight.status().equals(status))
                .count();
    }

    private static String kind(JsonNode event) {
        return event.path("kind").asString();
    }
}
