package com.qualitypost.phoenix.bench.result;

import static java.util.stream.Collectors.joining;

import com.qualitypost.phoenix.servers.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run as people read it: a page in Markdown, with its plots beside it. */
public final class Report {
    private static final String HEAD = """
            | | unit | value | limit | share | peers | goal: aim / least | verdict |
            |---|---|--:|--:|--:|---|---|---|""";

    private final Path folder;

    public Report(Path folder) {
        this.folder = folder;
    }

    /** Writes the page of this day, and returns its place. */
    public Path write(List<Result> results) {
        String day =
                LocalDate.ofInstant(results.getLast().ended(), ZoneOffset.UTC).toString();
        List<String> lines = new ArrayList<>();
        lines.add("# Measured on " + day);
        lines.add("");
        lines.add("Medians of the repeats, and their range; what is measured and how to read it is in"
                + " [bench/README.md](../README.md).");
        try {
            Files.createDirectories(folder);
            for (Result result : results) {
                lines.addAll(section(result));
                for (Curve curve : result.outcome().curves()) {
                    String file = day + "-" + curve.name() + ".svg";
                    WholeFile.write(folder.resolve(file), Plot.svg(curve));
                    lines.add("");
                    lines.add("![%s](%s)".formatted(curve.title(), file));
                }
            }
            Path page = folder.resolve(day + ".md");
            WholeFile.write(page, lines);
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the results", e);
        }
    }

    private static List<String> section(Result result) {
        List<String> lines = new ArrayList<>(List.of("", "## " + result.yardstick(), "", result.sentence(), ""));
        lines.addAll(HEAD.lines().toList());
        result.outcome().rows().forEach(row -> lines.add(line(result, row)));
        lines.add("");
        result.outcome().rows().stream()
                .filter(row -> !row.cpu().isEmpty())
                .forEach(row -> lines.add("CPU in µs per operation (%s): %s.".formatted(row.name(), cpu(row))));
        result.outcome().findings().forEach(finding -> lines.add("**Wrong:** " + finding));
        lines.add(String.format(
                Locale.ROOT,
                "Commit %s; %s; load average %.1f before, %.1f after; %d s.",
                result.commit(),
                result.settings(),
                result.loadBefore(),
                result.loadAfter(),
                result.ended().getEpochSecond() - result.began().getEpochSecond()));
        return lines;
    }

    /** A result as the screen shows it, which has shown the sentence before. */
    public static List<String> lines(Result result) {
        return section(result).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !HEAD.contains(line))
                .filter(line -> !line.equals(result.sentence()))
                .toList();
    }

    private static String line(Result result, ResultRow row) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        row.name(),
                        row.unit(),
                        Figures.of(row.value()),
                        row.limit() == null ? "" : beside(row.limit()),
                        row.share().isPresent() ? Figures.of(row.share().getAsDouble()) : "",
                        row.peers().stream()
                                .map(peer -> beside(peer) + ", ×"
                                        + Figures.of(row.value().median()
                                                / peer.value().median()))
                                .collect(joining("; ")),
                        row.goal() == null ? "" : row.goal().text(),
                        result.verdict(row).text());
    }

    private static String beside(Beside beside) {
        return beside.name() + " " + Figures.of(beside.value());
    }

    private static String cpu(ResultRow row) {
        double all =
                row.cpu().values().stream().mapToDouble(Double::doubleValue).sum();
        return row.cpu().entrySet().stream()
                        .map(part -> part.getKey() + " " + Figures.of(part.getValue()))
                        .collect(joining(", "))
                + "; together " + Figures.of(all);
    }
}
