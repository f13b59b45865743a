package com.qualitypost.phoenix.local.planted;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import net.bytebuddy.asm.Advice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bugs of the projections. */
final class ProjectionsAdvice {
    private ProjectionsAdvice() {}

    static class CommitsThePositionFirst {
        @Advice.OnMethodExit
        static void exit(@Advice.FieldValue("db") JdbcClient db) {
            db.sql("COMMIT").update();
        }
    }

    static class MovesOnWithoutComparing {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(
                @Advice.FieldValue("db") JdbcClient db,
                @Advice.Argument(1) Object to,
                @Advice.Argument(2) Instant beat,
                @Advice.Argument(3) Duration lease) {
            ProjectionsChanges.moveOn(db, to, beat, lease);
            return true;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean moved) {
            moved = true;
        }
    }

    static class LeavesTheKeepAliveAlone {
        @Advice.OnMethodExit
        static void exit(@Advice.Return Properties properties) {
            properties.remove("connect.keep.alive.interval.ms");
        }
    }

    static class NeverSilent {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean silent) {
            silent = false;
        }
    }

    static class ForgetsOneInTwenty {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) List<?> changes) {
            changes = ProjectionsChanges.withoutOneIn(20, changes);
        }
    }

    static class TakesFailureForSent {
        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Thrown(readOnly = false) Throwable failure) {
            failure = null;
        }
    }

    static class TakesAllForAnnounced {
        @Advice.OnMethodExit
        static void exit(@Advice.FieldValue("db") JdbcClient db) {
            db.sql("UPDATE cdc_position SET announced_seq = change_seq WHERE id = 1")
                    .update();
        }
    }

    static class SaysNow {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 2, readOnly = false) Instant beat) {
            beat = Instant.now();
        }
    }
}
