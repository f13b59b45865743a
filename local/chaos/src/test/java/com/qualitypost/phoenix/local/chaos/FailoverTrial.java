package com.qualitypost.phoenix.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.stack.Component;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Injects one loss at a time and prints how long it took to recover. Every build runs those that only the whole system
 * can show; the tagged ones are also covered by tests of a module.
 */
class FailoverTrial {
    private final Rig rig = TrialSystem.rig();
    private final Probe probe = new Probe(rig);

    @AfterEach
    void allIsHealed() {
        probe.close();
        rig.awaitWell();
    }

    @Test
    void theNextWriterWritesOnAndLookupsNeverStop() {
        String known = probe.visibleParcel();
        rig.databases().writer().kill();
        Probe.Sent meanwhile = probe.sends();
        assertThat(probe.isEventually("reader", known)).isTrue();
        rig.databases().startWriter();

        assertThat(probe.eventuallySees(meanwhile, "writes resumed, writer up")).isTrue();
    }

    @Test
    void aWriterThatIsStoppedInOrderIsFoundAgain() {
        rig.databases().writer().close();
        Probe.Sent meanwhile = probe.sends();
        rig.databases().startWriter();

        assertThat(probe.eventuallySees(meanwhile, "writes resumed after a stop, writer up"))
                .isTrue();
    }

    /** Alone, because a standby would take over from one that does not. */
    @Test
    @Tag("long")
    void projectionsWhoseConnectionsWereCutReadOn() {
        ApplicationNode standby = rig.nodes(Component.PROJECTIONS).getLast();
        standby.kill();
        try {
            probe.visibleParcel();
            rig.databases().writerLink().cut();
            Probe.Sent meanwhile = probe.sends();
            rig.databases().writerLink().heal();

            // A client that did not notice would be back after a minute.
            assertThat(probe.seesWithin(Duration.ofSeconds(40), meanwhile, "connections to the writer cut"))
                    .isTrue();
        } finally {
            standby.start();
        }
    }

    @Test
    void theReaderBecomesTheWriterEvenWithoutTheLastTransactions() {
        String known = probe.visibleParcel();
        rig.databases().reader().stopApplying();
        Probe.Sent onlyOnTheOldWriter = probe.sends();
        assertThat(probe.eventuallySees(onlyOnTheOldWriter, "reader behind")).isTrue();
        rig.databases().failOver();
        assertThat(probe.isEventually("writer", known)).isTrue();
        Probe.Sent meanwhile = probe.sends();

        assertThat(probe.eventuallySees(onlyOnTheOldWriter, "lossy failover, the lost one"))
                .isTrue();
        assertThat(probe.eventuallySees(meanwhile, "lossy failover, the next one"))
                .isTrue();
        rig.databases().startReader();
        assertThat(probe.isEventually("reader", known)).isTrue();
    }

    @Test
    @Tag("long")
    void withoutTheReaderTheWriterAnswers() {
        String known = probe.visibleParcel();
        rig.databases().reader().kill();
        try {
            assertThat(probe.isEventually("writer", known)).isTrue();
        } finally {
            rig.databases().startReader();
        }
    }

    @Test
    @Tag("long")
    void aReaderThatIsBehindIsPassedOver() {
        String known = probe.visibleParcel();
        rig.databases().reader().stopApplying();
        try {
            // The answer shows its age by itself: the heartbeat stops on that node.
            assertThat(probe.isEventually("writer", known)).isTrue();
        } finally {
            rig.databases().reader().startApplying();
        }
        assertThat(probe.isEventually("reader", known)).isTrue();
    }

    @Test
    @Tag("long")
    void whoHasSeenMoreThanTheReaderKnowsIsNotToldLess() {
        String known = probe.visibleParcel();
        rig.databases().reader().stopApplying();
        try {
            Probe.Sent next = probe.sendsAgain(known);
            assertThat(probe.eventuallySees(next, "reader behind, asked for a scan"))
                    .isTrue();
            for (int lookup = 0; lookup < 20; lookup++) {
                // The one just seen: the second of this parcel.
                assertThat(probe.revision(known, 2)).hasValue(2);
            }
        } finally {
            rig.databases().reader().startApplying();
        }
    }

    @Test
    @Tag("long")
    void aReaderThatHangsKeepsHardlyAnybodyWaiting() {
        String known = probe.visibleParcel();
        rig.databases().reader().freeze();
        try {
            assertThat(probe.isEventually("writer", known)).isTrue();
            // Each would take at least the reader's limit of 250 ms if all asked it first.
            int answered = probe.lookupsWithin(Duration.ofSeconds(5));
            TrialSystem.screen()
                    .say("figure: reader frozen, %d lookups in 5 s one after the other".formatted(answered));
            assertThat(answered).isGreaterThan(40);
        } finally {
            rig.databases().reader().thaw();
        }
        assertThat(probe.isEventually("reader", known)).isTrue();
    }

    @Test
    void theStandbyTakesOverWhicheverProjectionsDie() {
        for (ApplicationNode node : rig.nodes(Component.PROJECTIONS)) {
            node.kill();
            Probe.Sent sent = probe.sends();
            assertThat(probe.eventuallySees(sent, node + " killed")).isTrue();
            node.start();
            rig.awaitWell();
        }
    }

    @Test
    void oneBrokerLessStopsNobodyForLong() {
        int brokers = Trials.all() ? rig.kafka().size() : 1;
        for (int broker = 0; broker < brokers; broker++) {
            rig.kafka().kill(broker);
            Duration longest = probe.longestRefusal(Duration.ofSeconds(10));
            TrialSystem.screen()
                    .say("figure: broker %d killed, no scan accepted for %d ms".formatted(broker, longest.toMillis()));
            assertThat(longest).isLessThan(Duration.ofSeconds(10));
            rig.kafka().restart(broker);
            rig.awaitWell();
        }
    }

    @Test
    void withOneBrokerOfThreeNothingIsAcceptedAndTheAnswerComesSoon() {
        rig.kafka().kill(0);
        rig.kafka().kill(1);
        try {
            probe.isRefused(5);
        } finally {
            rig.kafka().restart(0);
            rig.kafka().restart(1);
        }
        Probe.Sent after = probe.sends();
        assertThat(probe.eventuallySees(after, "two brokers back")).isTrue();
    }

    @Test
    void whileTheDatabasesAreAwayScansAreAcceptedAndLookupsSaySo() {
        rig.databases().reader().kill();
        rig.databases().writer().kill();
        Probe.Sent meanwhile = probe.sends();
        assertThat(probe.isEventually("503", meanwhile.number())).isTrue();
        rig.databases().startWriter();
        rig.databases().startReader();

        assertThat(probe.eventuallySees(meanwhile, "both databases back")).isTrue();
    }
}
