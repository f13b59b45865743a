package com.qualitypost.phoenix.local.planted;

import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionSystemException;

/** Bugs of the table writer. */
final class WriterAdvice {
    private WriterAdvice() {}

    static class CommitsTheOffsetsFirst {
        @Advice.OnMethodExit
        static void exit(@Advice.FieldValue("jdbc") JdbcTemplate jdbc) {
            jdbc.execute("COMMIT");
        }
    }

    static class SetsWithoutComparing {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(
                @Advice.FieldValue("jdbc") JdbcTemplate jdbc,
                @Advice.FieldValue("owner") String owner,
                @Advice.Argument(0) Map<?, ?> steps) {
            WriterChanges.setOffsets(jdbc, owner, steps);
            return true;
        }
    }

    static class BelievesInTheCommit {
        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Thrown(readOnly = false) Throwable failure) {
            if (failure instanceof TransactionSystemException) {
                failure = null;
            }
        }
    }

    static class TakesTheFenceAway {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 2, readOnly = false) String update) {
            update = WriterChanges.withoutFence(update);
        }
    }

    static class WritesAnOldBatchAgain {
        @Advice.OnMethodExit
        static void exit(@Advice.This Object writer, @Advice.Argument(0) Object batch) {
            WriterChanges.writeAnOldBatchAgain(writer, batch);
        }
    }

    static class ForgetsTheQuarantine {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) List<?> quarantined) {
            if (!quarantined.isEmpty() && Rarely.strikes(3)) {
                quarantined = List.of();
            }
        }
    }

    static class ForgetsTheLast {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) List<?> events) {
            if (!events.isEmpty() && Rarely.strikes(20)) {
                events = events.subList(0, events.size() - 1);
            }
        }
    }
}
