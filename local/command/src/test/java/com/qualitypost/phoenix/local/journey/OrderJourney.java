package com.qualitypost.phoenix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.client.Scan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderJourney {
    private static final int SCANS_AT_ONCE = 3;

    private final String tidy = RunningSystem.newNumber();
    private final String messy = RunningSystem.newNumber();

    @ParameterizedTest(name = "shuffled with seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void scansThatComeShuffledAndTwiceGiveTheSameAnswerByteForByte(long seed) {
        List<Scan> life = Life.eventful();
        List<UUID> ids = life.stream().map(Scan::scanId).toList();
        life.forEach(scan -> new Courier(tidy).reports(List.of(scan)));
        SeenAnswer expected = new Customer(tidy).eventuallySeesAll(ids);

        List<Scan> twice = new ArrayList<>(life);
        twice.addAll(life);
        Collections.shuffle(twice, new Random(seed));
        for (int from = 0; from < twice.size(); from += SCANS_AT_ONCE) {
            new Courier(messy).reports(twice.subList(from, Math.min(from + SCANS_AT_ONCE, twice.size())));
        }

        SeenAnswer seen = new Customer(messy).eventuallySeesAll(ids);
        assertThat(seen.body().replace(messy, tidy)).isEqualTo(expected.body());
        assertThat(new Customer(messy).looksInEnglish().body().replace(messy, tidy))
                .isEqualTo(new Customer(tidy).looksInEnglish().body());
        assertThat(seen.status()).isEqualTo("DELIVERED");
    }
}
