package com.qualitypost.phoenix.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.planted.Bug;
import com.qualitypost.phoenix.local.planted.JavaAgent;
import com.qualitypost.phoenix.local.stack.Component;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the checker: deliberate bugs have to be found. Every build runs one that loses acknowledged scans;
 * {@code -Dphoenix.bugs=} with names, separated by commas, runs others.
 */
class PlantedBugTrial {
    private static final String IN_EACH_BUILD = "LAST_FACT_OF_BATCH_FORGOTTEN";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long SEED = 1;

    static Stream<Bug> bugs() {
        String chosen = System.getProperty("phoenix.bugs");
        if (chosen == null && Trials.all()) {
            return Arrays.stream(Bug.values());
        }
        return Arrays.stream((chosen == null ? IN_EACH_BUILD : chosen).split(","))
                .map(Bug::valueOf);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void isFound(Bug bug) {
        Component part = Arrays.stream(Component.values())
                .filter(any -> any.folder().equals(bug.application()))
                .findFirst()
                .orElseThrow();
        List<ApplicationNode> nodes = TrialSystem.rig().nodes(part);
        TrialSystem.rig().restart(nodes, JavaAgent.option(bug));
        try {
            long began = System.nanoTime();
            List<String> findings = hunt(bug);
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            TrialSystem.screen().say("planted %s: after %d s %s".formatted(bug, seconds, findings));
            assertThat(findings).isNotEmpty();
        } finally {
            TrialSystem.rig().restart(nodes);
        }
    }

    private static List<String> hunt(Bug bug) {
        return switch (bug) {
            case LEADER_ACKNOWLEDGES_ALONE ->
                tried(FailoverTrial::withOneBrokerOfThreeNothingIsAcceptedAndTheAnswerComesSoon);
            case MIN_REVISION_IGNORED, AFTER_IGNORED ->
                tried(FailoverTrial::whoHasSeenMoreThanTheReaderKnowsIsNotToldLess);
            case FRESHNESS_INVENTED, LATE_READER_NOT_PASSED_OVER ->
                tried(FailoverTrial::aReaderThatIsBehindIsPassedOver);
            case DEAD_NODE_NOT_PASSED_OVER -> tried(FailoverTrial::aReaderThatHangsKeepsHardlyAnybodyWaiting);
            case WRITER_DOES_NOT_STEP_IN -> tried(FailoverTrial::withoutTheReaderTheWriterAnswers);
            case DEFAULT_KEEP_ALIVE -> tried(FailoverTrial::projectionsWhoseConnectionsWereCutReadOn);
            case AS_OF_IS_NOW -> triedUnderLoad(UnderLoadTrial::noAnswerClaimsToBeFresherThanItIs);
            case AT_LEAST_ONCE -> triedUnderLoad(UnderLoadTrial::membersThatComeAndGoStopNobodyAndLeaveNothingHalfDone);
            case SLOW_BODY_WAITED_FOR -> triedWithSizes(SizesTrial::aSlowBodyIsEndedAndHearsWhy);
            case SLOW_HEAD_WAITED_FOR -> triedWithSizes(SizesTrial::aSlowHeadIsEnded);
            case SOURCES_HAVE_NO_SHARE -> triedWithSizes(SizesTrial::bodiesThatStopHalfWayLeaveRoomForOthers);
            case CONNECTIONS_HAVE_NO_SHARE -> triedWithSizes(SizesTrial::oneAddressHasItsShareOfConnections);
            case BODIES_HAVE_NO_BOUND -> triedWithSizes(SizesTrial::whatInflatesTooFarIsRefused);
            case FACTS_NOT_WEIGHED, ATTRIBUTES_REMEMBERED, LARGE_RECORDS_KEPT_WHOLE ->
                triedWithSizes(SizesTrial::parcelsAndRecordsOfMegabytesStopNobody);
            // These show after few faults only, and mostly within a short moment: they get all five minutes.
            case FAILED_BATCH_SKIPPED, FAILED_CHANGES_SKIPPED -> struck("mysql-writer: .*");
            case UNKNOWN_COMMIT_TAKEN_FOR_DONE -> struck("mysql-writer: cut before COMMIT");
            case POSITION_BEFORE_ROWS -> struck("mysql-writer: (kill -9|cut after COMMIT)");
            case STALE_ENGINE_LET_IN -> struck("projections-.: freeze");
            case MARK_MOVES_WITHOUT_SENDING -> struck("broker-.: .*");
            case TAKEOVER_SKIPS_ANNOUNCEMENTS -> struck("(projections|broker)-.: kill -9");
            default -> struck(".*");
        };
    }

    /** @param faults a pattern of those to choose from */
    private static List<String> struck(String faults) {
        Pattern chosen = Pattern.compile(faults);
        try (Chaos chaos = TrialSystem.chaos()) {
            return chaos.run(
                            SEED,
                            LIMIT,
                            fault -> chosen.matcher(fault.toString()).matches())
                    .findings();
        }
    }

    private static List<String> tried(Consumer<FailoverTrial> scenario) {
        return tried(FailoverTrial::new, scenario, FailoverTrial::allIsHealed);
    }

    private static List<String> triedUnderLoad(Consumer<UnderLoadTrial> scenario) {
        return tried(UnderLoadTrial::new, scenario, UnderLoadTrial::end);
    }

    private static List<String> triedWithSizes(Consumer<SizesTrial> scenario) {
        return tried(SizesTrial::new, scenario, SizesTrial::end);
    }

    /** More than once, because some bugs only show at a particular moment. */
    private static <T> List<String> tried(Supplier<T> trials, Consumer<T> scenario, Consumer<T> end) {
        long limit = System.nanoTime() + LIMIT.toNanos();
        do {
            T trial = trials.get();
            try {
                scenario.accept(trial);
            } catch (AssertionError finding) {
                return List.of(finding.getMessage());
            } finally {
                end.accept(trial);
            }
        } while (System.nanoTime() - limit < 0);
        return List.of();
    }
}
