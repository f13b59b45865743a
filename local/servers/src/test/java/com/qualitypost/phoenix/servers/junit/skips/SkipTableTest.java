package com.qualitypost.phoenix.servers.junit.skips;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.junit.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkipTableTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final String NO_ENGINE = "no container engine here: LocalTest runs instead";

    @TempDir
    Path repository;

    private final Set<Need> met = EnumSet.noneOf(Need.class);

    @Test
    void whereNothingIsSkippedItSaysHowManyTestsThereWere() throws IOException {
        report("one/target/surefire-reports/TEST-a.FirstTest.xml", START, passed("FirstTest") + passed("FirstTest"));

        assertThat(table().text()).isEqualTo("Of 2 tests nothing was skipped.");
    }

    @Test
    void ofABuildWithoutTestsItSaysSo() {
        assertThat(table().text()).isEqualTo("No tests were run.");
    }

    @Test
    void itCountsWhatAllModulesSkippedByClassAndReason() throws IOException {
        report(
                "one/target/surefire-reports/TEST-a.ContainerTest.xml",
                START,
                skipped("ContainerTest", NO_ENGINE) + skipped("ContainerTest", NO_ENGINE));
        report(
                "two/target/failsafe-reports/TEST-a.HistoryJourney.xml",
                START.plusSeconds(60),
                passed("HistoryJourney") + skipped("HistoryJourney", "no real histories here: say where"));

        assertThat(table().text().lines())
                .containsExactly(
                        "Of 4 tests 3 were skipped:",
                        "skipped  class                                 why",
                        "      2  ContainerTest                         " + NO_ENGINE,
                        "      1  HistoryJourney                        no real histories here: say where");
        assertThat(table().avoidable()).isEmpty();
    }

    @Test
    void reportsOfAnEarlierBuildDoNotCount() throws IOException {
        report("one/target/surefire-reports/TEST-a.OldTest.xml", START.minusMillis(1), skipped("OldTest", "long ago"));

        assertThat(table().text()).isEqualTo("No tests were run.");
    }

    @Test
    void whatThisMachineCouldHaveRunIsMarked() throws IOException {
        report(
                "one/target/surefire-reports/TEST-a.ContainerTest.xml",
                START,
                skipped("ContainerTest", NO_ENGINE) + skipped("LazyTest", "not today"));
        assertThat(table().avoidable()).containsExactly(new Skip("a.LazyTest", "not today", 1));

        met.add(Need.CONTAINER_ENGINE);

        assertThat(table().avoidable()).extracting(Skip::testClass).containsExactly("a.ContainerTest", "a.LazyTest");
        assertThat(table().text()).contains("! not today").contains("! no container engine here");
    }

    private SkipTable table() {
        return SkipTable.of(Reports.read(repository, START), met::contains);
    }

    private void report(String path, Instant written, String tests) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<testsuite>" + tests + "</testsuite>");
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    private static String passed(String test) {
        return "<testcase name='t' classname='a.%s'/>".formatted(test);
    }

    private static String skipped(String test, String why) {
        return "<testcase name='t' classname='a.%s'><skipped message='%s'/><system-out>said</system-out></testcase>"
                .formatted(test, why);
    }
}
