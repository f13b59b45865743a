package com.qualitypost.phoenix.ingest;

import com.qualitypost.phoenix.web.ManagementPort;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Calls the management port. */
public final class Operator {
    static final String TOKEN = "of-the-operators-of-these-tests-only";

    private Operator() {}

    /** For an application in this JVM that has a port. */
    static RestTestClient of(ApplicationContext application) {
        int port = application.getBean(ManagementPort.class).port();
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
                .build();
    }

    /** For an application without ports: every request arrives as if at the management port. */
    @TestConfiguration
    public static class Mocked {
        @Bean
        MockMvcBuilderCustomizer atTheManagementPort() {
            return builder ->
                    builder.defaultRequest(MockMvcRequestBuilders.get("/").requestAttr(ManagementPort.CAME_TO, true));
        }
    }
}
