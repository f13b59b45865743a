package com.qualitypost.phoenix.local.planted;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Calls code that is not on the tests' class path, or is private to its package. */
final class Reach {
    private Reach() {}

    static @Nullable Object call(Object target, String name, Object... arguments) {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                    return invoke(target, method, arguments);
                }
            }
        }
        throw new IllegalStateException(target.getClass() + " has no " + name);
    }

    private static @Nullable Object invoke(Object target, Method method, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Calling " + method, e);
        }
    }

    /** Another record of the same type. */
    static Object another(Object like, @Nullable Object... components) {
        try {
            Constructor<?> canonical = Arrays.stream(like.getClass().getDeclaredConstructors())
                    .filter(constructor -> constructor.getParameterCount() == components.length)
                    .findFirst()
                    .orElseThrow();
            canonical.setAccessible(true);
            return canonical.newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Making another " + like.getClass(), e);
        }
    }
}
