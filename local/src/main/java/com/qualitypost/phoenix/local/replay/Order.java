package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.Scan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** In which order the rows of a file are sent. It makes no difference to the answers. */
public enum Order {
    FILE,
    TIME,
    SHUFFLED;

    List<Scan> of(List<Scan> scans, long seed) {
        List<Scan> ordered = new ArrayList<>(scans);
        switch (this) {
            case FILE -> {}
            case TIME ->
                ordered.sort(Comparator.comparing(scan -> scan.occurredAt().toInstant()));
            case SHUFFLED -> Collections.shuffle(ordered, new Random(seed));
        }
        return ordered;
    }
}
