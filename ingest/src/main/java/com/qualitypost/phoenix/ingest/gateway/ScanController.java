package com.qualitypost.phoenix.ingest.gateway;

import com.qualitypost.phoenix.ingest.gateway.ItemAnswer.Status;
import com.qualitypost.phoenix.ingest.gateway.body.ScanBatch;
import com.qualitypost.phoenix.web.admission.AdmissionSettings;
import com.qualitypost.phoenix.web.problem.ProblemException;
import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Accepts scans from devices. {@code accepted} means: on Kafka, acknowledged by all in-sync replicas. */
@RestController
@RequestMapping("/v1/scans")
@ConditionalOnProperty(name = "phoenix.gateway.enabled", matchIfMissing = true)
class ScanController {
    private final ScanAcceptance acceptance;
    private final GatewaySettings settings;
    private final AdmissionSettings admission;

    ScanController(ScanAcceptance acceptance, GatewaySettings settings, AdmissionSettings admission) {
        this.acceptance = acceptance;
        this.settings = settings;
        this.admission = admission;
    }

    /** One answer per scan, in the order of the batch. */
    record BatchAnswer(List<ItemAnswer> results) {}

    @PostMapping
    ResponseEntity<BatchAnswer> post(@Valid @RequestBody ScanBatch batch) throws InterruptedException {
        List<ItemAnswer> results = acceptance.accept(batch);
        if (results.stream().allMatch(item -> item.status() == Status.RETRY)) {
            throw problem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "not_acknowledged",
                            "None of the scans was acknowledged in time. Keep them all and send them again with the same ids.")
                    .retryAfter(settings.retryAfter());
        }
        return ResponseEntity.accepted().headers(this::limits).body(new BatchAnswer(results));
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent()
                .header(HttpHeaders.ALLOW, "POST, OPTIONS")
                .header(HttpHeaders.ACCEPT, "application/json")
                .header(HttpHeaders.ACCEPT_ENCODING, "gzip, identity")
                .headers(this::limits)
                .build();
    }

    @ExceptionHandler
    ProblemException invalid(MethodArgumentNotValidException e) {
        String detail = e.getFieldErrors().stream()
                .map(error -> FieldNames.inSnakeCase(error.getField()) + " " + error.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        return problem(HttpStatus.BAD_REQUEST, "invalid_batch", detail);
    }

    @ExceptionHandler
    ProblemException unreadable(HttpMessageNotReadableException e) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "malformed_batch",
                "Send a JSON object {\"device_id\", \"sent_at\", \"scans\": [...]}: "
                        + (e.getCause() == null ? "the body is empty" : e.getMessage()));
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ProblemException unsupported() {
        return problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "Send the batch as Content-Type: application/json");
    }

    private ProblemException problem(HttpStatus status, String code, String detail) {
        ProblemException problem = new ProblemException(status, code, detail);
        limits(problem.getHeaders());
        return problem;
    }

    private void limits(HttpHeaders headers) {
        headers.set("Phoenix-Max-Scans", Integer.toString(ScanBatch.MAX_SCANS));
        headers.set("Phoenix-Max-Scan-Bytes", Integer.toString(settings.maxScanBytes()));
        headers.set("Phoenix-Max-Body-Bytes", Integer.toString(admission.maxBodyBytes()));
    }
}
