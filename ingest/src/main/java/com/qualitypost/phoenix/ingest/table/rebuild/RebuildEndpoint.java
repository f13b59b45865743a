package com.qualitypost.phoenix.ingest.table.rebuild;

import com.qualitypost.phoenix.ingest.table.rebuild.Progress.Report;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** {@code POST /actuator/rebuild} starts a rebuild, {@code GET /actuator/rebuild} reports its progress. */
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
        return rebuild.start()
                ? new WebEndpointResponse<>(rebuild.report(), ACCEPTED)
                : new WebEndpointResponse<>(
                        Map.of("message", "A rebuild is running already: GET /actuator/rebuild reports its progress."),
                        CONFLICT);
    }

    @ReadOperation
    Report report() {
        return rebuild.report();
    }
}
