package com.qualitypost.phoenix.servers.junit.skips;

import com.qualitypost.phoenix.servers.junit.Need;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tests of one class that were skipped for one reason. */
record Skip(String testClass, String reason, int tests) {
    /** Without a need as the reason somebody has disabled them; if the need is met by now, they can be run. */
    boolean couldHaveRun(Predicate<Need> isMet) {
        List<Need> needs =
                Stream.of(Need.values()).filter(need -> need.isReasonOf(reason)).toList();
        return needs.stream().allMatch(isMet);
    }

    String simpleName() {
        return testClass.substring(testClass.lastIndexOf('.') + 1);
    }
}
