package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Role;
import com.qualitypost.phoenix.web.admission.Source;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Answers a question at once, or as soon as there is an answer that is new enough. */
@Service
class Tracking {
    private final Lookups lookups;
    private final LongPoll wait;

    Tracking(Lookups lookups, LongPoll wait) {
        this.lookups = lookups;
        this.wait = wait;
    }

    /** {@code source} is asked for where there is something to wait for. */
    LookupResult reply(LookupRequest question, Supplier<Source> source) {
        LookupResult first = atOnce(question);
        if (!(first instanceof LookupResult.NotYet) || !question.patience().isPositive()) {
            return first;
        }
        // The answer is judged each time on the node that gives it, so it does not matter if that changes meanwhile.
        return wait.askAgain(
                        source.get(),
                        question.patience(),
                        again -> isPowerOfTwo(again) ? atOnce(question) : askOne(question),
                        reply -> reply instanceof LookupResult.NotYet)
                .map(last -> orFromWriter(question, last))
                .orElseGet(LookupResult.Crowded::new);
    }

    /** Now and then, less and less often: where replication stands the wait ends soon, where it runs the writer has peace. */
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
