package com.qualitypost.phoenix.local.planted;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.JavaModule;
import org.jspecify.annotations.Nullable;

/**
 * Plants one bug into the application that it is attached to: {@code -javaagent:phoenix-local-...-planted.jar=BUG},
 * with the unpacked jar of the application. A bug that cannot be planted ends the process, so that it does not look as
 * if it was missed.
 */
public final class Agent {
    /** The exit code of a process into which its bug could not be planted. */
    static final int NOT_PLANTED = 70;

    private Agent() {}

    public static void premain(String name, Instrumentation instrumentation) {
        try {
            plant(Bug.valueOf(name), instrumentation);
        } catch (RuntimeException e) {
            end(name, e.toString());
        }
    }

    private static void plant(Bug bug, Instrumentation instrumentation) {
        TypePool types = TypePool.Default.of(ClassFileLocator.ForClassLoader.ofSystemLoader());
        AgentBuilder agent =
                new AgentBuilder.Default().disableClassFormatChanges().with(new Report(bug));
        for (Change change : bug.changes()) {
            TypePool.Resolution type = types.describe(change.type());
            String obstacle = type.isResolved() ? change.obstacle(type.resolve()) : change.type() + " is not there";
            if (!obstacle.isEmpty()) {
                end(bug.name(), obstacle);
            }
            agent = agent.type(named(change.type()))
                    .transform((builder, _, _, _, _) -> change.into(builder))
                    .asTerminalTransformation();
        }
        agent.installOn(instrumentation);
    }

    static void end(String bug, String why) {
        System.err.println("not planted: " + bug + ": " + why);
        Runtime.getRuntime().halt(NOT_PLANTED);
    }

    /** Reports on the application's error stream. */
    private static final class Report extends AgentBuilder.Listener.Adapter {
        private final Bug bug;

        Report(Bug bug) {
            this.bug = bug;
        }

        @Override
        public void onTransformation(
                TypeDescription type,
                @Nullable ClassLoader loader,
                @Nullable JavaModule module,
                boolean loaded,
                net.bytebuddy.dynamic.DynamicType changed) {
            System.err.println("planted: " + bug + " in " + type.getName());
        }

        @Override
        public void onError(
                String type,
                @Nullable ClassLoader loader,
                @Nullable JavaModule module,
                boolean loaded,
                Throwable failure) {
            if (bug.changes().stream().anyMatch(change -> change.type().equals(type))) {
                end(bug.name(), type + ": " + failure);
            }
        }
    }
}
