package com.qualitypost.phoenix.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.servers.fault.FaultProxy;
import com.qualitypost.phoenix.servers.process.Await;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is done to a system on purpose, or lasts long: it continues under load, and everything is compared with the
 * ledger.
 */
class UnderLoadTrial {
    private static final Duration AWAY = Duration.ofMinutes(10);
    private static final int COMINGS_AND_GOINGS = Trials.all() ? 4 : 1;
    private static final int SCANS_LOOKED_AT = Trials.all() ? 300 : 30;

    private final Rig rig = TrialSystem.rig();
    private final Chaos chaos = TrialSystem.chaos();

    @AfterEach
    void end() {
        chaos.close();
        rig.awaitWell();
    }

    @Test
    void aDeploymentLosesNoRequest() {
        Verdict verdict = kept(chaos.during(() -> {
            // One of each application at once.
            rig.restart(rig.nodes(ApplicationNode::isFirst));
            rig.restart(rig.nodes(Predicate.not(ApplicationNode::isFirst)));
        }));

        assertThat(verdict.lookups().brokenOff()).isZero();
        assertThat(verdict.brokenOff()).isZero();
    }

    /** They die while one broker is unreachable: the other brokers have parts of what they were about to write. */
    @Test
    void membersThatComeAndGoStopNobodyAndLeaveNothingHalfDone() {
        ApplicationNode guest = rig.nodes(Component.INGEST).getLast();
        FaultProxy broker = rig.kafka().link(0);
        kept(chaos.during(() -> {
            for (int time = 0; time < COMINGS_AND_GOINGS; time++) {
                broker.halfOpen();
                pass(Duration.ofSeconds(1));
                guest.kill();
                broker.heal();
                pass(Duration.ofSeconds(2));
                guest.start();
                rig.awaitWell();
            }
        }));
    }

    @Test
    @Tag("long")
    void aBrokerWhoseDiskIsFullIsDoneWithout() {
        kept(chaos.during(() -> {
            rig.kafka().fillDisk(1);
            pass(Duration.ofSeconds(10));
            rig.kafka().kill(1);
            rig.kafka().restart(1);
        }));
    }

    @Test
    @Tag("long")
    void whatSomebodyLocksIsWrittenLater() {
        kept(chaos.during(() -> {
            rig.databases().lockRows();
            pass(Duration.ofSeconds(12));
            rig.databases().releaseRows();
        }));
    }

    @Test
    @Tag("long")
    void whileTheWriterIsAwayScansAreAcceptedAndLookupsAnswered() {
        kept(chaos.during(() -> {
            rig.databases().writer().kill();
            pass(AWAY);
            rig.databases().startWriter();
        }));
    }

    /**
     * Checked while the projections write all the time, because each of their transactions says how fresh the answers
     * are.
     */
    @Test
    void noAnswerClaimsToBeFresherThanItIs() {
        kept(chaos.during(() -> {
            try (Probe probe = new Probe(rig)) {
                for (int scan = 0; scan < SCANS_LOOKED_AT; scan++) {
                    assertThat(probe.untrueClaims(probe.sends())).isEmpty();
                }
            }
        }));
    }

    private static Verdict kept(Verdict verdict) {
        verdict.lines().forEach(TrialSystem.screen()::say);
        assertThat(verdict.findings()).isEmpty();
        return verdict;
    }

    /** How long a fault lasts while everything else continues. */
    private static void pass(Duration time) {
        Await.holds(time, () -> false);
    }
}
