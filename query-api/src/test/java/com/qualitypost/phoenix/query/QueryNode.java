package com.qualitypost.phoenix.query;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** One of several nodes, in this JVM. */
public record QueryNode(ConfigurableApplicationContext application) implements AutoCloseable {
    @SafeVarargs
    public static QueryNode start(Map<String, Object>... settings) {
        Map<String, Object> all = new HashMap<>(Map.of("server.port", 0));
        for (Map<String, Object> some : settings) {
            all.putAll(some);
        }
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new QueryNode(new SpringApplicationBuilder(QueryApplication.class).run(arguments));
    }

    public URI address() {
        int port = ((WebServerApplicationContext) application).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    public Customer customer() {
        return new Customer(
                RestTestClient.bindToServer().baseUrl(address().toString()).build());
    }

    @Override
    public void close() {
        application.close();
    }
}
