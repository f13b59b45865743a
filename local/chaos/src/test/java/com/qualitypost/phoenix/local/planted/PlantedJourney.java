package com.qualitypost.phoenix.local.planted;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.stack.ApplicationJars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each bug gets into the application as shipped, or the process ends. */
class PlantedJourney {
    @ParameterizedTest
    @EnumSource
    void bugIsPlantedAndTheJvmTakesTheClasses(Bug bug) throws Exception {
        List<String> types = bug.changes().stream().map(Change::type).distinct().toList();

        Ended ended = java(bug.name(), ApplicationJars.unpacked(bug.application()), types);

        assertThat(ended.said())
                .contains(types.stream()
                        .map(type -> "planted: " + bug + " in " + type)
                        .toList());
        assertThat(ended.status()).as(ended.said()).isZero();
    }

    @Test
    void bugWithoutItsPlaceEndsTheProcess() throws Exception {
        Ended ended = java(Bug.NO_FENCE.name(), ApplicationJars.unpacked("query-api"), List.of());

        assertThat(ended.said()).contains("not planted: NO_FENCE", "MultiRow is not there");
        assertThat(ended.status()).isEqualTo(Agent.NOT_PLANTED);
    }

    @Test
    void unknownBugEndsTheProcess() throws Exception {
        Ended ended = java("NONE_OF_OURS", ApplicationJars.unpacked("query-api"), List.of());

        assertThat(ended.said()).contains("not planted: NONE_OF_OURS");
        assertThat(ended.status()).isEqualTo(Agent.NOT_PLANTED);
    }

    private record Ended(int status, String said) {}

    private static Ended java(String bug, Path application, List<String> types)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                JavaAgent.option(bug),
                "-cp",
                application.toString(),
                Load.class.getName()));
        command.addAll(types);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
