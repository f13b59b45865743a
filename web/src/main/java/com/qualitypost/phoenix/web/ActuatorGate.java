package com.qualitypost.phoenix.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.util.ServletRequestPathUtils;

/** Runs before all other mappings and hides the actuator on the public port, except for what a load balancer asks. */
final class ActuatorGate implements HandlerMapping, Ordered {
    private static final String ACTUATOR = "actuator";
    private static final Set<String> FOR_ALL = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) throws NoHandlerFoundException {
        boolean isThere = request.getAttribute(ManagementPort.CAME_TO) != null
                || !isActuator(request)
                || FOR_ALL.contains(request.getRequestURI());
        if (!isThere) {
            throw new NoHandlerFoundException(request.getMethod(), request.getRequestURI(), HttpHeaders.EMPTY);
        }
        return null;
    }

    /** The path as Spring reads it when it looks for a handler: decoded, without path parameters. */
    private static boolean isActuator(HttpServletRequest request) {
        return ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .findFirst()
                .filter(first -> ((PathSegment) first).valueToMatch().equals(ACTUATOR))
                .isPresent();
    }

    @Override
    public boolean usesPathPatterns() {
        return true;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
