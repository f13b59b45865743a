package com.qualitypost.phoenix.query.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Says in a page what went wrong with one, and to a browser that there is none; programs are left to the API's problems. */
@Component
class Apologies implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(Apologies.class);

    private final MessageSource catalogue;

    Apologies(MessageSource catalogue) {
        this.catalogue = catalogue;
    }

    static ModelAndView page(Trouble trouble, HttpServletResponse response) {
        if (trouble.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        return new ModelAndView("trouble", Map.of("trouble", trouble), trouble.status());
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception mistake) {
        Texts texts = new Texts(catalogue, RequestContextUtils.getLocale(request));
        if (isNowhere(mistake) && isBrowser(request)) {
            PageHeaders.put(request, response);
            return page(Trouble.nowhere(texts), response);
        }
        if (mistake instanceof RuntimeException && handler instanceof HandlerMethod method && isOfPages(method)) {
            LOG.error("{} failed", request.getRequestURI(), mistake); // a mistake of ours, so it is logged whole
            return page(Trouble.mistake(texts), response);
        }
        return null;
    }

    private static boolean isNowhere(Exception mistake) {
        return mistake instanceof NoResourceFoundException || mistake instanceof NoHandlerFoundException;
    }

    private static boolean isBrowser(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static boolean isOfPages(HandlerMethod method) {
        return method.getBeanType().getPackage().equals(Apologies.class.getPackage());
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
