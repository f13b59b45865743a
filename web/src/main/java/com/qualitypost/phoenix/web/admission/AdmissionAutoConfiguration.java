package com.qualitypost.phoenix.web.admission;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.filter.OrderedFormContentFilter;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Applies the limits before everything else. */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@EnableConfigurationProperties(AdmissionSettings.class)
class AdmissionAutoConfiguration {

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(
            AdmissionSettings settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            ObjectProvider<Sources> sources) {
        var filter = new FilterRegistrationBean<>(
                new BodyFilter(settings, sources.getIfAvailable(() -> Sources::address), problems));
        // Spring's form filter would read forms first, and whole.
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
