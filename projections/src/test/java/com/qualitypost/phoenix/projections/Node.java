package com.qualitypost.phoenix.projections;

import com.qualitypost.phoenix.web.ManagementPort;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** One running application, seen through its actuator as operators see it. */
public record Node(Runnable end, RestClient actuator) implements AutoCloseable {
    static final String TOKEN = "of-the-operators-of-these-tests-only";

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    static Node of(ConfigurableApplicationContext context) {
        return at(context.getBean(ManagementPort.class).port(), context::close);
    }

    static Node at(int managementPort, Runnable end) {
        return new Node(
                end,
                RestClient.builder()
                        .baseUrl("http://127.0.0.1:" + managementPort + "/actuator")
                        .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
                        .defaultStatusHandler(_ -> true, (_, _) -> {})
                        .build());
    }

    public Map<String, Object> get(String path) {
        return body(actuator.get().uri(path).retrieve().toEntity(JSON));
    }

    public int post(String path) {
        return actuator.post()
                .uri(path)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    /** The value of a counter. */
    public double count(String metric, String tag) {
        return get("/metrics/" + metric + "?tag=" + tag).get("measurements") instanceof List<?> measurements
                        && measurements.getFirst() instanceof Map<?, ?> first
                        && first.get("value") instanceof Number value
                ? value.doubleValue()
                : 0;
    }

    /** A detail of the health of the change data capture; empty if it does not exist. */
    public String cdc(String detail) {
        return get("/health/cdc").get("details") instanceof Map<?, ?> details
                ? String.valueOf(details.get(detail))
                : "";
    }

    private static Map<String, Object> body(ResponseEntity<Map<String, Object>> response) {
        Map<String, Object> body = response.getBody();
        return body == null ? Map.of() : body;
    }

    /** Stops as on a termination signal. */
    @Override
    public void close() {
        end.run();
    }
}
