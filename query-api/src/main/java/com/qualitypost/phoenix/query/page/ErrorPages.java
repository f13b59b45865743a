package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.page.view.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.ResourceUrlProviderExposingInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Shows an error page where a page failed or a browser asked for one that does not exist; programs get the API's
 * problems.
 */
@Component
class ErrorPages implements HandlerExceptionResolver, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final MessageSource catalogue;
    private final ObjectProvider<ResourceUrlProvider> files;

    ErrorPages(MessageSource catalogue, ObjectProvider<ResourceUrlProvider> files) {
        this.catalogue = catalogue;
        this.files = files;
    }

    static ModelAndView page(ErrorView trouble, HttpServletResponse response) {
        HttpStatus status = trouble.status() == HttpStatus.SERVICE_UNAVAILABLE ? away(response) : trouble.status();
        return new ModelAndView("trouble", Map.of("trouble", trouble), status);
    }

    static HttpStatus away(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        return HttpStatus.SERVICE_UNAVAILABLE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception mistake) {
        Messages texts = new Messages(catalogue, RequestContextUtils.getLocale(request));
        boolean isOfPage = handler instanceof HandlerMethod method && isPage(method);
        return switch (mistake) {
            case NoResourceFoundException _, NoHandlerFoundException _ ->
                isBrowser(request) ? nowhere(texts, request, response) : null;
            case ErrorResponse _, TypeMismatchException _, InvalidParameterException _
            when !isOfPage || !isBrowser(request) -> null;
            case ErrorResponse refusal
            when refusal.getStatusCode().is5xxServerError() -> page(ErrorView.away("", texts), response);
            case ErrorResponse _, TypeMismatchException _, InvalidParameterException _ ->
                page(ErrorView.nowhere(texts), response);
            case RuntimeException ours
            when isOfPage -> {
                log.error("{} failed", request.getRequestURI(), ours); // so it is logged in full
                yield page(ErrorView.mistake(texts), response);
            }
            default -> null;
        };
    }

    /** No interceptor runs for requests that no handler takes. */
    private ModelAndView nowhere(Messages texts, HttpServletRequest request, HttpServletResponse response) {
        PageHeaders.put(request, response);
        request.setAttribute(ResourceUrlProviderExposingInterceptor.RESOURCE_URL_PROVIDER_ATTR, files.getObject());
        return page(ErrorView.nowhere(texts), response);
    }

    private static boolean isBrowser(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static boolean isPage(HandlerMethod method) {
        return ModelAndView.class.equals(method.getReturnType().getParameterType());
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
