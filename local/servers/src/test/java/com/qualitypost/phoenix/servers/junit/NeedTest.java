package com.qualitypost.phoenix.servers.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class NeedTest {
    @TempDir
    static Path empty;

    @AfterEach
    void forget() {
        System.clearProperty("phoenix.data");
    }

    @ParameterizedTest
    @EnumSource
    void aReasonNamesOneNeed(Need need) {
        assertThat(Need.values())
                .filteredOn(any -> any.isReasonOf(need.reason()))
                .containsExactly(need);
        assertThat(Need.values())
                .filteredOn(any -> any.isReasonOf(need.reason(Twin.class)))
                .containsExactly(need);
    }

    @Test
    void anEmptyFolderHasNoRealHistories() {
        System.setProperty("phoenix.data", empty.toString());

        assertThat(Need.REAL_HISTORIES.isMet()).isFalse();
    }

    @Test
    void aTestWithoutWhatItNeedsIsSkippedAndSaysWhy() {
        System.setProperty("phoenix.data", empty.toString());

        Events events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(NeedsHistories.class), selectClass(HasATwin.class))
                .execute()
                .containerEvents();

        events.assertThatEvents()
                .haveExactly(1, event(skippedWithReason("no real histories here: say -Dphoenix.data=FOLDER")))
                .haveExactly(1, event(skippedWithReason("no real histories here: Twin runs instead")));
    }

    @Needs(Need.REAL_HISTORIES)
    static class NeedsHistories {
        @Test
        void fails() {
            throw new AssertionError("ran");
        }
    }

    @Needs(value = Need.REAL_HISTORIES, insteadRuns = Twin.class)
    static class HasATwin extends NeedsHistories {}

    static class Twin {}
}
