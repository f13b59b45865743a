package com.qualitypost.phoenix.web;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Gives every application that has this module two ports, and checks who calls at both. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
@EnableConfigurationProperties({HostSettings.class, ManagementSettings.class})
class WebAutoConfiguration {
    @Bean
    OperatorAccess operatorAccess(ManagementSettings settings) {
        return new OperatorAccess(settings.token(), InstantSource.system());
    }

    @Bean
    ManagementPort managementPort(HostSettings hosts, OperatorAccess access, ManagementSettings settings) {
        return new ManagementPort(new Hosts(hosts.hosts()), access, settings);
    }

    @Bean
    ActuatorGate actuatorGate() {
        return new ActuatorGate();
    }

    @Bean
    WebMvcRegistrations partedMapping() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new PartedMapping();
            }
        };
    }
}
