package com.qualitypost.phoenix.query.sandbox;

import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Checks the key wherever an address contains a tracking number. */
@Component
final class TestKeyInterceptor implements HandlerInterceptor, WebMvcConfigurer {
    private static final String NUMBER = "number";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1/**");
    }

    /** An invalid number is left to its handler, which refuses it. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> address
                && address.get(NUMBER) instanceof String entered
                && TrackingNumber.read(entered) instanceof Reading.Valid(TrackingNumber number)) {
            TestKey.mayAsk(request.getHeader(HttpHeaders.AUTHORIZATION), number);
        }
        return true;
    }
}
