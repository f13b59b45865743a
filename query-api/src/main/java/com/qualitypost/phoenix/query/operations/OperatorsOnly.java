package com.qualitypost.phoenix.query.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Until there is a sign-in, only who sits at this machine is an operator: to all others there is nothing here. */
@Component
final class OperatorsOnly implements HandlerInterceptor, WebMvcConfigurer {
    /** Somebody else asks through a proxy on this machine. */
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    /** A page of somebody else's, in a browser on this machine, has another name for it. */
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean isOpen;

    OperatorsOnly(OperationsSettings settings, ServerProperties server) {
        isOpen = settings.areThere(server.getAddress());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/ops", "/ops/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws UnknownHostException, NoHandlerFoundException {
        boolean isHere = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && OWN_NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT))
                && FORWARDED.stream().allMatch(header -> request.getHeader(header) == null);
        if (!isOpen || !isHere) {
            throw new NoHandlerFoundException(request.getMethod(), request.getRequestURI(), HttpHeaders.EMPTY);
        }
        return true;
    }
}
