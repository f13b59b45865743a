package com.qualitypost.phoenix.admission;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Puts the limits before everything else. For an application to import. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionSettings.class)
public class AdmissionConfiguration {

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(
            AdmissionSettings settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            ObjectProvider<Sources> sources) {
        return new FilterRegistrationBean<>(
                new BodyFilter(settings, sources.getIfAvailable(() -> Sources::address), problems));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fairConnections(AdmissionSettings settings) {
        return tomcat -> FairProtocol.on(tomcat, settings.maxConnectionsOfSource());
    }
}
