package com.qualitypost.phoenix.local.planted;

import net.bytebuddy.asm.Advice;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Bugs for more than one application. */
final class AnyAdvice {
    private AnyAdvice() {}

    static class AlwaysYes {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = true;
        }
    }

    static class AlwaysNo {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = false;
        }
    }

    static class AlwaysZero {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) long answer) {
            answer = 0;
        }
    }

    static class SwallowsFailures {
        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Thrown(readOnly = false) Throwable failure) {
            if (failure instanceof DataAccessException || failure instanceof TransactionException) {
                failure = null;
            }
        }
    }
}
