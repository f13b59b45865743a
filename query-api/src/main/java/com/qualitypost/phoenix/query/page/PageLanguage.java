package com.qualitypost.phoenix.query.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/** Chooses a page's language: the one switched to, now or earlier, otherwise {@code Accept-Language}. */
final class PageLanguage implements LocaleResolver {
    static final String SWITCH = "lang";

    private static final Locale SPANISH = Locale.of("es", "MX");
    private static final List<Locale> LANGUAGES = List.of(SPANISH, Locale.ENGLISH);

    private final AcceptHeaderLocaleResolver accepted = new AcceptHeaderLocaleResolver();

    PageLanguage() {
        accepted.setSupportedLocales(List.of(Locale.of("es"), Locale.ENGLISH));
        accepted.setDefaultLocale(SPANISH);
    }

    /** The language that this request switches to; empty if it does not. */
    static Optional<Locale> switchedTo(HttpServletRequest request) {
        return named(request.getParameter(SWITCH));
    }

    static Locale other(Locale language) {
        return LANGUAGES.getFirst().getLanguage().equals(language.getLanguage()) ? Locale.ENGLISH : SPANISH;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Cookie earlier = WebUtils.getCookie(request, SWITCH);
        return switchedTo(request)
                .or(() -> named(earlier == null ? null : earlier.getValue()))
                .or(() -> named(accepted.resolveLocale(request).getLanguage()))
                .orElse(SPANISH);
    }

    private static Optional<Locale> named(@Nullable String tag) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(tag))
                .findFirst();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException();
    }
}
