package com.qualitypost.phoenix.servers.junit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The condition behind {@link Needs}. */
final class NeedsCondition implements ExecutionCondition {
    private static final Map<Need, Boolean> MET = new ConcurrentHashMap<>(); // Checking takes a moment.

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), Needs.class)
                .flatMap(needs -> Stream.of(needs.value())
                        .filter(need -> !MET.computeIfAbsent(need, Need::isMet))
                        .map(need -> reason(need, needs))
                        .findFirst())
                .map(reason -> {
                    System.out.println(context.getDisplayName() + " skipped, " + reason);
                    return ConditionEvaluationResult.disabled(reason);
                })
                .orElseGet(() -> ConditionEvaluationResult.enabled("this machine has what it needs"));
    }

    private static String reason(Need need, Needs needs) {
        return needs.insteadRuns().length == 0 ? need.reason() : need.reason(needs.insteadRuns()[0]);
    }
}
