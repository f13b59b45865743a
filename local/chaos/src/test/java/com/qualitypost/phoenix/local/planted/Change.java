package com.qualitypost.phoenix.local.planted;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatcher;

/** One method of the product and the advice that breaks it. Type names begin after {@code com.qualitypost.phoenix}. */
record Change(String shortType, String method, int arguments, Class<?> advice) {
    static final String CONSTRUCTOR = "<init>";

    String type() {
        return "com.qualitypost.phoenix." + shortType;
    }

    /** Why it cannot be planted into this type; empty if it can. */
    String obstacle(TypeDescription type) {
        int found = type.getDeclaredMethods().filter(matcher()).size();
        return found == 1 ? "" : "%s has %d methods of that name and size".formatted(this, found);
    }

    DynamicType.Builder<?> into(DynamicType.Builder<?> builder) {
        var ours = ClassFileLocator.ForClassLoader.of(Change.class.getClassLoader());
        return builder.visit(Advice.to(advice, ours).on(matcher()));
    }

    private ElementMatcher.Junction<MethodDescription> matcher() {
        ElementMatcher.Junction<MethodDescription> name = method.equals(CONSTRUCTOR) ? isConstructor() : named(method);
        return name.and(takesArguments(arguments));
    }

    @Override
    public String toString() {
        return "%s.%s/%d".formatted(shortType, method, arguments);
    }
}
