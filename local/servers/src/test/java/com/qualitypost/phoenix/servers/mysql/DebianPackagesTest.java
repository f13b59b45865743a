package com.qualitypost.phoenix.servers.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;
import com.qualitypost.phoenix.servers.mysql.DebianPackages.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianPackagesTest {
    private static final String PROBE = "usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf";

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    @Needs(Need.DEBIAN_MIRROR)
    void aPackageIsUnpackedWithoutBeingInstalled() {
        Outcome outcome = fetch(DebianPackages.OWN, "fonts-liberation");

        assertThat(outcome).isEqualTo(new Outcome.Unpacked());
        assertThat(target().resolve(PROBE)).isNotEmptyFile();
        assertThat(told).hasSize(4).last().isEqualTo("target: ready");
        assertNothingLeftBut("target");
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws IOException {
        Files.createDirectories(target().resolve(PROBE).getParent());
        Files.createFile(target().resolve(PROBE));

        assertThat(fetch("nowhere", "nothing")).isEqualTo(new Outcome.Unpacked());
        assertThat(told).isEmpty();
    }

    @Test
    @Needs(Need.DEBIAN_MIRROR)
    void aPackageThatTheSourcesDoNotHaveCannotBeHadHere() {
        Outcome outcome = fetch(DebianPackages.OWN, "phoenix-has-no-such-package");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.NotHere.class,
                        notHere ->
                                assertThat(notHere.why()).contains("sources do not have phoenix-has-no-such-package"));
        assertNothingLeftBut();
    }

    @Test
    @Needs(Need.DEBIAN_MIRROR)
    void aDownloadThatFailsLeavesNothingBehindAndSaysWhy() {
        Outcome outcome = fetch("no-such-suite", "fonts-liberation");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, failed -> assertThat(failed.why()).contains("no-such-suite"));
        assertNothingLeftBut();
    }

    private Outcome fetch(String suite, String name) {
        return new DebianPackages(suite, target(), PROBE, List.of(name)).fetch(told::add);
    }

    private Path target() {
        return folder.resolve("target");
    }

    private void assertNothingLeftBut(String... names) {
        assertThat(folder).satisfies(f -> assertThat(f.toFile().list()).containsExactlyInAnyOrder(names));
    }
}
