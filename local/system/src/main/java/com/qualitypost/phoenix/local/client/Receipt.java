package com.qualitypost.phoenix.local.client;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of a batch once every scan has its answer.
 *
 * @param accepted the scans that are on Kafka
 * @param duplicates how many repeated another scan of the batch
 * @param rejections what could not be read
 */
public record Receipt(List<Scan> accepted, int duplicates, List<Rejection> rejections) {
    static final Receipt NOTHING = new Receipt(List.of(), 0, List.of());

    /** A scan that the gateway rejected, and what to do about it. */
    public record Rejection(Scan scan, String code, String detail) {}

    /** The gateway's answer. */
    record Answers(List<Item> results) {}

    record Item(
            int index,
            @Nullable UUID scanId,
            String status,
            @Nullable String code,
            @Nullable String detail) {}

    Receipt plus(Receipt other) {
        return new Receipt(
                joined(accepted, other.accepted), duplicates + other.duplicates, joined(rejections, other.rejections));
    }

    static Receipt of(List<Scan> scans, Answers answers) {
        List<Scan> accepted = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        int duplicates = 0;
        for (Item item : answers.results) {
            Scan scan = scans.get(item.index);
            switch (item.status) {
                case "accepted" -> accepted.add(scan);
                case "duplicate" -> duplicates++;
                case "rejected" ->
                    rejections.add(new Rejection(scan, String.valueOf(item.code), String.valueOf(item.detail)));
                default -> {} // retry: kept, and sent again
            }
        }
        return new Receipt(accepted, duplicates, rejections);
    }

    static List<Scan> toRetry(List<Scan> scans, Answers answers) {
        return answers.results.stream()
                .filter(item -> item.status.equals("retry"))
                .map(item -> scans.get(item.index))
                .toList();
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
