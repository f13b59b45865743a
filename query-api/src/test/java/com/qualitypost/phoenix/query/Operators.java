package com.qualitypost.phoenix.query;

import com.qualitypost.phoenix.web.ManagementPort;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The management port of an application in this JVM. */
public final class Operators {
    public static final String TOKEN = "of-the-operators-of-these-tests-only";

    /** The token with which it is open. */
    public static final Map<String, Object> SETTINGS =
            Map.of("phoenix.management.port", 0, "phoenix.management.token", TOKEN);

    private Operators() {}

    public static void letIn(DynamicPropertyRegistry settings) {
        SETTINGS.forEach((name, value) -> settings.add(name, () -> value));
    }

    /** A caller with the token. */
    public static Customer of(ApplicationContext application) {
        return new Customer(client(application)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
                .build());
    }

    /** A caller without it. */
    public static Customer stranger(ApplicationContext application) {
        return new Customer(client(application).build());
    }

    public static int port(ApplicationContext application) {
        return application.getBean(ManagementPort.class).port();
    }

    private static RestTestClient.Builder<?> client(ApplicationContext application) {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port(application));
    }
}
