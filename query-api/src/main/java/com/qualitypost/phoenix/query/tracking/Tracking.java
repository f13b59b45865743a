package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.database.Answer;
import com.qualitypost.phoenix.query.database.Role;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Answers a question at once, or as soon as there is an answer that is new enough. */
@Service
class Tracking {
    private final TrackingQueries queries;
    private final Wait wait;

    Tracking(TrackingQueries queries, Wait wait) {
        this.queries = queries;
        this.wait = wait;
    }

    Reply reply(Question question) {
        Reply first = first(question);
        if (!(first instanceof Reply.NotYet) || !question.patience().isPositive()) {
            return first;
        }
        // The answer is judged each time on the node that gives it, so it does not matter if that changes meanwhile.
        return wait.askAgain(
                        question.patience(),
                        () -> judge(question, queries.find(question)),
                        reply -> reply instanceof Reply.NotYet)
                .map(last -> orFromWriter(question, last))
                .orElseGet(Reply.Crowded::new);
    }

    private Reply first(Question question) {
        return orFromWriter(question, judge(question, queries.find(question)));
    }

    /** The writer may have what the reader does not have yet; it is asked before waiting and before giving up. */
    private Reply orFromWriter(Question question, Reply reply) {
        if (reply instanceof Reply.NotYet(Answer<Lookup> found) && found.servedBy() == Role.READER) {
            return queries.findOnWriter(question).map(question::judge).orElse(reply);
        }
        return reply;
    }

    private static Reply judge(Question question, Optional<Answer<Lookup>> found) {
        return found.map(question::judge).orElseGet(Reply.Unavailable::new);
    }
}
