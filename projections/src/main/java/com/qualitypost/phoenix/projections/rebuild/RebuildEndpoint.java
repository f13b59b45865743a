package com.qualitypost.phoenix.projections.rebuild;

import com.qualitypost.phoenix.projections.rebuild.Progress.Report;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/rebuild} starts a rebuild, {@code GET /actuator/rebuild} reports its progress. */
@Component
@Endpoint(id = "rebuild")
class RebuildEndpoint {
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final Rebuild rebuild;

    RebuildEndpoint(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @WriteOperation
    WebEndpointResponse<Object> start() {
        return switch (rebuild.start()) {
            case STARTED -> new WebEndpointResponse<>(rebuild.report(), ACCEPTED);
            case RUNS_ALREADY -> conflict("A rebuild is running already: GET /actuator/rebuild reports its progress.");
            case NOT_OWNER ->
                conflict("This process does not own the projections. Ask the one whose health shows phase READING.");
        };
    }

    @ReadOperation
    Report report() {
        return rebuild.report();
    }

    private static WebEndpointResponse<Object> conflict(String message) {
        return new WebEndpointResponse<>(Map.of("message", message), CONFLICT);
    }
}
