package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.database.Answer;
import com.qualitypost.phoenix.query.database.Role;
import com.qualitypost.phoenix.web.admission.Source;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Answers a question at once, or as soon as there is an answer that is new enough. */
@Service
class Tracking {
    private final Lookups lookups;
    private final Wait wait;

    Tracking(Lookups lookups, Wait wait) {
        this.lookups = lookups;
        this.wait = wait;
    }

    /** {@code source} is asked for where there is something to wait for. */
    Reply reply(Question question, Supplier<Source> source) {
        Reply first = atOnce(question);
        if (!(first instanceof Reply.NotYet) || !question.patience().isPositive()) {
            return first;
        }
        // The answer is judged each time on the node that gives it, so it does not matter if that changes meanwhile.
        return wait.askAgain(
                        source.get(),
                        question.patience(),
                        again -> isPowerOfTwo(again) ? atOnce(question) : askOne(question),
                        reply -> reply instanceof Reply.NotYet)
                .map(last -> orFromWriter(question, last))
                .orElseGet(Reply.Crowded::new);
    }

    /** Now and then, less and less often: where replication stands the wait ends soon, where it runs the writer has peace. */
    private static boolean isPowerOfTwo(int number) {
        return Integer.bitCount(number) == 1;
    }

    private Reply askOne(Question question) {
        return lookups.find(question).map(question::judge).orElseGet(Reply.Unavailable::new);
    }

    Reply atOnce(Question question) {
        return orFromWriter(question, askOne(question));
    }

    /** The writer may have what the reader does not have yet. */
    private Reply orFromWriter(Question question, Reply reply) {
        if (reply instanceof Reply.NotYet(Answer<Lookup> found) && found.servedBy() == Role.READER) {
            return lookups.findOnWriter(question).map(question::judge).orElse(reply);
        }
        return reply;
    }
}
