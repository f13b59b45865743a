package com.qualitypost.phoenix.query.tracking;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Lets {@code Accept-Language} choose among our languages. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {
    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(Language.locales());
        resolver.setDefaultLocale(Language.ES.locale);
        return resolver;
    }
}
