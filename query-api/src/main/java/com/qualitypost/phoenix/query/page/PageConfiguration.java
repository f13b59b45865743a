package com.qualitypost.phoenix.query.page;

import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Sets up languages, headers, and the files that the pages load; a file's address changes with its content. */
@Configuration(proxyBeanMethods = false)
public class PageConfiguration implements WebMvcConfigurer {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Bean
    public static MessageSource messageSource() {
        var catalogue = new ResourceBundleMessageSource();
        catalogue.setBasename("page");
        catalogue.setDefaultEncoding("UTF-8");
        catalogue.setFallbackToSystemLocale(false);
        return catalogue;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new PageLanguage();
    }

    @Bean
    static ResourceUrlEncodingFilter addressesOfFiles() {
        return new ResourceUrlEncodingFilter();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PageHeaders()).addPathPatterns("/", "/t/**", "/problems/**", "/ops/**", "/ops");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/assets/")
                .setCacheControl(FOR_GOOD)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        // The webjar's version is put into the address by Spring.
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(FOR_GOOD)
                .resourceChain(true);
    }
}
