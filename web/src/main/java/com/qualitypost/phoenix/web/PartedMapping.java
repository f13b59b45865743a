package com.qualitypost.phoenix.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Maps controllers as usual, but those marked {@link ForOperators} only for requests on the management port. */
final class PartedMapping extends RequestMappingHandlerMapping {
    @Override
    protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> type) {
        RequestMappingInfo mapping = super.getMappingForMethod(method, type);
        return mapping != null && AnnotatedElementUtils.hasAnnotation(type, ForOperators.class)
                ? mapping.mutate().customCondition(new AtManagementPort()).build()
                : mapping;
    }

    /** A hidden address does not offer other methods either. */
    @Override
    protected @Nullable HandlerMethod handleNoMatch(
            Set<RequestMappingInfo> all, String path, HttpServletRequest request) throws ServletException {
        return super.handleNoMatch(
                all.stream().filter(mapping -> isThere(mapping, request)).collect(Collectors.toSet()), path, request);
    }

    private static boolean isThere(RequestMappingInfo mapping, HttpServletRequest request) {
        RequestCondition<?> condition = mapping.getCustomCondition();
        return condition == null || condition.getMatchingCondition(request) != null;
    }

    private record AtManagementPort() implements RequestCondition<AtManagementPort> {
        @Override
        public AtManagementPort combine(AtManagementPort other) {
            return this;
        }

        @Override
        public @Nullable AtManagementPort getMatchingCondition(HttpServletRequest request) {
            return request.getAttribute(ManagementPort.CAME_TO) == null ? null : this;
        }

        @Override
        public int compareTo(AtManagementPort other, HttpServletRequest request) {
            return 0;
        }
    }
}
