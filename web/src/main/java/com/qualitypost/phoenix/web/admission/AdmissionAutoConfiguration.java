package com.qualitypost.phoenix.web.admission;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.filter.OrderedFormContentFilter;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Applies the limits before everything else. */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@EnableConfigurationProperties(AdmissionSettings.class)
class AdmissionAutoConfiguration {
    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(AdmissionSettings settings, ObjectProvider<Sources> sources) {
        var filter =
                new FilterRegistrationBean<>(new BodyFilter(settings, sources.getIfAvailable(() -> Sources::address)));
        // Spring's filter for forms would read them first, whole.
        filter.setOrder(OrderedFormContentFilter.DEFAULT_ORDER - 1);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fairConnections(AdmissionSettings settings) {
        return tomcat -> {
            tomcat.setProtocol(FairProtocol.class.getName());
            tomcat.addProtocolHandlerCustomizers((FairProtocol protocol) ->
                    protocol.limit(settings.maxConnectionsOfSource(), settings.arrivesWithin()));
        };
    }
}
