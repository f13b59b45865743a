package com.qualitypost.phoenix.ingest.gateway;

import com.qualitypost.phoenix.ingest.gateway.ItemAnswer.Status;
import com.qualitypost.phoenix.ingest.gateway.body.RawScan;
import com.qualitypost.phoenix.ingest.gateway.body.ScanBatch;
import com.qualitypost.phoenix.schemas.Source;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sandbox's way into the gateway: scans are read, checked and published as over HTTP, but only for test numbers.
 */
public final class SandboxGateway {
    private static final String DEVICE = "SANDBOX";

    private final ScanAcceptance acceptance;
    private final JsonMapper json;

    SandboxGateway(ScanAcceptance acceptance, JsonMapper json) {
        this.acceptance = acceptance;
        this.json = json;
    }

    /**
     * Accepts scans with the field names of the contract.
     *
     * @return whether all are acknowledged; if not they may be sent again with the same ids
     * @throws ProblemException if one of them cannot be read, with what a device would be told
     */
    public boolean takes(List<Map<String, Object>> scans) throws InterruptedException {
        List<RawScan> items =
                scans.stream().map(json::writeValueAsBytes).map(RawScan::of).toList();
        List<ItemAnswer> answers =
                acceptance.accept(new ScanBatch(DEVICE, OffsetDateTime.now(), null, null, Source.MERCHANT, items));
        answers.stream()
                .filter(answer -> answer.status() == Status.REJECTED)
                .findFirst()
                .ifPresent(rejected -> {
                    throw new ProblemException(
                            HttpStatus.BAD_REQUEST, "invalid_scan", String.valueOf(rejected.detail()));
                });
        return answers.stream().noneMatch(answer -> answer.status() == Status.RETRY);
    }
}
