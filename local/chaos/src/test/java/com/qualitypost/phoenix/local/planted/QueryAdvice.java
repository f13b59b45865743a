package com.qualitypost.phoenix.local.planted;

import java.util.Optional;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Bugs of the query API. */
final class QueryAdvice {
    private QueryAdvice() {}

    static class AnyRevisionWillDo {
        @Advice.OnMethodExit
        static void exit(@Advice.FieldValue("after") String after, @Advice.Return(readOnly = false) boolean newEnough) {
            newEnough = newEnough || after == null;
        }
    }

    static class AnyAnswerHasTheScan {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("after") String after,
                @Advice.Argument(0) Object answer,
                @Advice.Return(readOnly = false) boolean newEnough) {
            newEnough = newEnough || after != null && answer != null;
        }
    }

    static class ClaimsToBeFresh {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object freshness) {
            freshness = PlantedChanges.fresh(freshness);
        }
    }

    static class WriterKeepsSilent {
        @Advice.OnMethodExit
        static void exit(@Advice.FieldValue("role") Object role, @Advice.Return(readOnly = false) Optional<?> answer) {
            if (role.toString().equals("writer")) {
                answer = Optional.empty();
            }
        }
    }
}
