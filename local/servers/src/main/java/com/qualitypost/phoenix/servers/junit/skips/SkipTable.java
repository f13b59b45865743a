package com.qualitypost.phoenix.servers.junit.skips;

import static java.util.stream.Collectors.joining;

import com.qualitypost.phoenix.servers.junit.Need;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Reports which tests a build skipped, and why. */
record SkipTable(String text, List<Skip> avoidable) {
    private static final String FORBID = "forbid";
    private static final String ROW = "%7s  %-36s  %s%s%n";

    /**
     * Arguments: the repository; when its build started; {@code forbid} to fail if something was skipped that this
     * machine could have run, or {@code allow}.
     */
    public static void main(String[] arguments) {
        SkipTable table = of(Reports.read(Path.of(arguments[0]), Instant.parse(arguments[1])), Need::isMet);
        System.out.println(table.text());
        if (arguments[2].equals(FORBID) && !table.avoidable().isEmpty()) {
            System.out.println("This build fails because this machine could have run what is marked with ! above.");
            System.exit(1);
        }
    }

    static SkipTable of(Reports reports, Predicate<Need> isMet) {
        List<Skip> skips = reports.skips();
        if (reports.tests() == 0) {
            return new SkipTable("No tests were run.", List.of());
        }
        if (skips.isEmpty()) {
            return new SkipTable("Of %,d tests nothing was skipped.".formatted(reports.tests()), List.of());
        }
        List<Skip> avoidable =
                skips.stream().filter(skip -> skip.couldHaveRun(isMet)).toList();
        int skipped = skips.stream().mapToInt(Skip::tests).sum();
        String rows = skips.stream()
                .map(skip -> ROW.formatted(
                        skip.tests(), skip.simpleName(), avoidable.contains(skip) ? "! " : "", skip.reason()))
                .collect(joining());
        String head = "Of %,d tests %,d were skipped:%n".formatted(reports.tests(), skipped);
        return new SkipTable(head + ROW.formatted("skipped", "class", "", "why") + rows, avoidable);
    }
}
