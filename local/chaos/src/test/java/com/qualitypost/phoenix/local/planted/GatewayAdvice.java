package com.qualitypost.phoenix.local.planted;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;

/** Bugs of the gateway. */
final class GatewayAdvice {
    private GatewayAdvice() {}

    static class SaysYesAtOnce {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) CompletableFuture<Boolean> acknowledged) {
            acknowledged = CompletableFuture.completedFuture(true);
        }
    }

    static class TakesRetryForAccepted {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(0) Object scan,
                @Advice.Argument(value = 1, readOnly = false) Map<Object, Boolean> acknowledged) {
            acknowledged = Collections.singletonMap(scan, true);
        }
    }

    static class OneAcknowledgementWillDo {
        @Advice.OnMethodExit
        static void exit(@Advice.Return Object template) {
            PlantedChanges.acknowledgedByTheLeaderOnly(template);
        }
    }

    static class OneMayHaveAll {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("allHeld") int held,
                @Advice.FieldValue("most") int most,
                @Advice.Argument(1) int bytes,
                @Advice.Return(readOnly = false) boolean room) {
            room = held + bytes <= most;
        }
    }

    static class NoBound {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) int bytes) {
            bytes = Integer.MAX_VALUE;
        }
    }
}
