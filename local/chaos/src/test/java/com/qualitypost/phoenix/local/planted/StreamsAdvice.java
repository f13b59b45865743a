package com.qualitypost.phoenix.local.planted;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Bugs of the topology and its rules. */
final class StreamsAdvice {
    private StreamsAdvice() {}

    static class AtLeastOnce {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object configuration) {
            configuration = PlantedChanges.atLeastOnce(configuration);
        }
    }

    static class ForgetsAFact {
        @Advice.OnMethodEnter
        static void enter(@Advice.FieldValue("facts") Map<Object, Object> facts, @Advice.Argument(0) Object fact) {
            PlantedChanges.forgetNowAndThen(facts, fact);
        }
    }

    static class ForgetsAParcel {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Optional<?> parcel) {
            if (Rarely.strikes(500)) {
                parcel = Optional.empty();
            }
        }
    }

    static class DropsLateFacts {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(@Advice.Argument(1) Object accepted) {
            return PlantedChanges.isLate(accepted) && Rarely.strikes(10);
        }
    }

    static class KeepsTheStateToItself {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(value = 1, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object accepted) {
            if (Rarely.strikes(50)) {
                accepted = PlantedChanges.withoutState(accepted);
            }
        }
    }

    static class DropsWhatItRefuses {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return Rarely.strikes(5);
        }
    }

    static class KeepsAllOfAScan {
        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object scan,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object kept) {
            kept = scan;
        }
    }

    static class KeepsAllBytes {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) byte[] bytes, @Advice.Return(readOnly = false) ByteBuffer kept) {
            kept = bytes == null ? null : ByteBuffer.wrap(bytes);
        }
    }
}
