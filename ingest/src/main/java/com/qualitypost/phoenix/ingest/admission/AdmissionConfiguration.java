package com.qualitypost.phoenix.ingest.admission;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Puts the limits before everything else. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(
            AdmissionSettings settings, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new FilterRegistrationBean<>(new BodyFilter(settings, problems));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fairConnections(AdmissionSettings settings) {
        return tomcat -> FairProtocol.on(tomcat, settings.maxConnectionsOfSource());
    }
}
