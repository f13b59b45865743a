package com.qualitypost.phoenix.servers.junit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.testcontainers.DockerClientFactory;

/** The condition behind {@link EnabledIfDocker}. */
final class DockerCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestClass()
                .flatMap(test -> AnnotationSupport.findAnnotation(test, EnabledIfDocker.class))
                .filter(_ -> !Engine.IS_THERE)
                .map(annotation -> {
                    String message = "no container engine here: %s runs on local processes instead"
                            .formatted(annotation.insteadRuns().getSimpleName());
                    System.out.println(context.getDisplayName() + " skipped, " + message);
                    return ConditionEvaluationResult.disabled(message);
                })
                .orElseGet(() -> ConditionEvaluationResult.enabled("a container engine is here"));
    }

    /** Looked for once: it takes a moment. */
    private static final class Engine {
        static final boolean IS_THERE = DockerClientFactory.instance().isDockerAvailable();
    }
}
