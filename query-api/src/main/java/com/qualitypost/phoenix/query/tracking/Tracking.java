package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.answer.LookupRow;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Role;
import com.qualitypost.phoenix.web.admission.Source;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Answers a lookup at once, or as soon as there is an answer that is new enough. */
@Component
class Tracking {
    private final Lookups lookups;
    private final LongPoll wait;

    Tracking(Lookups lookups, LongPoll wait) {
        this.lookups = lookups;
        this.wait = wait;
    }

    /** {@code source} is only called if there is something to wait for. */
    LookupResult reply(LookupRequest question, Supplier<Source> source) {
        LookupResult first = atOnce(question);
        if (!(first instanceof LookupResult.NotYet) || !question.patience().isPositive()) {
            return first;
        }
        // Each answer is judged on the node that gives it, so it does not matter if the node changes meanwhile.
        return wait.askAgain(
                        source.get(),
                        question.patience(),
                        again -> isPowerOfTwo(again) ? atOnce(question) : askOne(question),
                        reply -> reply instanceof LookupResult.NotYet)
                .map(last -> orFromWriter(question, last))
                .orElseGet(LookupResult.Crowded::new);
    }

    /**
     * Asks the writer now and then, less and less often: if replication stands still the wait ends soon, and if it runs
     * the writer is left alone.
     */
    private static boolean isPowerOfTwo(int number) {
        return Integer.bitCount(number) == 1;
    }

    private LookupResult askOne(LookupRequest question) {
        return lookups.find(question).map(question::judge).orElseGet(LookupResult.Unavailable::new);
    }

    LookupResult atOnce(LookupRequest question) {
        return orFromWriter(question, askOne(question));
    }

    /** The writer may have what the reader does not have yet. */
    private LookupResult orFromWriter(LookupRequest question, LookupResult reply) {
        if (reply instanceof LookupResult.NotYet(NodeAnswer<LookupRow> found) && found.servedBy() == Role.READER) {
            return lookups.findOnWriter(question).map(question::judge).orElse(reply);
        }
        return reply;
    }
}
