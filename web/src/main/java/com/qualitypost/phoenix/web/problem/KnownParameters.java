package com.qualitypost.phoenix.web.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses query parameters that are unknown or repeated. Customers' pages are exempt, because links to them carry all kinds of
 * things, and so are batches from devices, because none is refused for its address.
 */
final class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
    /** Every page offers the other language. */
    private static final String LANGUAGE = "lang";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/v1/**", "/ops", "/ops/**")
                .excludePathPatterns("/v1/scans");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null && handler instanceof HandlerMethod method && !readsThemItself(method)) {
            Set<String> names = known.computeIfAbsent(method.getMethod(), _ -> parameters(method));
            Set<String> given = new HashSet<>();
            for (String name : given(query)) {
                if (!names.contains(name)) {
                    throw ProblemException.unknownParameter(name, names);
                }
                if (!given.add(name)) {
                    throw ProblemException.malformedParameter(name, "is given more than once");
                }
            }
        }
        return true;
    }

    private static boolean readsThemItself(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                        && Map.class.isAssignableFrom(parameter.getParameterType()));
    }

    private static Set<String> parameters(HandlerMethod method) {
        Stream<String> names = Arrays.stream(method.getMethodParameters()).flatMap(KnownParameters::names);
        return (isPage(method) ? Stream.concat(names, Stream.of(LANGUAGE)) : names).collect(toSet());
    }

    private static boolean isPage(HandlerMethod method) {
        return ModelAndView.class.equals(method.getReturnType().getParameterType());
    }

    private static Stream<String> names(MethodParameter parameter) {
        RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
        if (single != null) {
            return Stream.of(single.name().isEmpty() ? parameter.getParameter().getName() : single.name());
        }
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                ? Arrays.stream(parameter
                                .getParameterType()
                                .getDeclaredConstructors()[0]
                                .getParameters())
                        .map(KnownParameters::name)
                : Stream.empty();
    }

    private static String name(Parameter component) {
        BindParam other = component.getAnnotation(BindParam.class);
        return other == null ? component.getName() : other.value();
    }

    private static List<String> given(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2)[0])
                .filter(name -> !name.isEmpty())
                .map(KnownParameters::decoded)
                .toList();
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, UTF_8);
        } catch (IllegalArgumentException _) {
            return name; // None of ours.
        }
    }
}
