package com.qualitypost.phoenix.ingest.scan;

import static com.qualitypost.phoenix.ingest.problem.Problems.problem;

import com.qualitypost.phoenix.ingest.scan.ItemAnswer.Status;
import jakarta.validation.Valid;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
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
import tools.jackson.core.JacksonException;

/** Where devices report scans. {@code accepted} means: on Kafka, acknowledged by all in-sync replicas. */
@RestController
@RequestMapping("/v1/scans")
@ConditionalOnProperty(name = "phoenix.gateway.enabled", matchIfMissing = true)
class ScanController {

    private final ScanAcceptance acceptance;
    private final GatewaySettings settings;

    ScanController(ScanAcceptance acceptance, GatewaySettings settings) {
        this.acceptance = acceptance;
        this.settings = settings;
    }

    /** One answer per scan, in the order of the batch. */
    record BatchAnswer(List<ItemAnswer> results) {}

    @PostMapping
    ResponseEntity<Object> post(@Valid @RequestBody ScanBatch batch) throws InterruptedException {
        List<ItemAnswer> results = acceptance.accept(batch);
        if (results.stream().allMatch(item -> item.status() == Status.retry)) {
            return unavailable();
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

    private ResponseEntity<Object> unavailable() {
        ProblemDetail problem = problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "not_acknowledged",
                "None of the scans was acknowledged in time. Keep them all and send them again with the same ids.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(settings.retryAfter().toSeconds()))
                .headers(this::limits)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException e) {
        String detail = e.getFieldErrors().stream()
                .map(error -> ScanReader.field(error.getField()) + " " + error.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        return badRequest("invalid_batch", detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        if (e.getMostSpecificCause() instanceof TooLargeException tooLarge) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                    .headers(this::limits)
                    .body(problem(
                            HttpStatus.CONTENT_TOO_LARGE, "batch_too_large", String.valueOf(tooLarge.getMessage())));
        }
        if (e.getMostSpecificCause() instanceof UnsupportedEncodingException encoding) {
            return unsupported(String.valueOf(encoding.getMessage()));
        }
        return badRequest("malformed_batch", whatIsWrong(e));
    }

    private static String whatIsWrong(HttpMessageNotReadableException e) {
        String expected = "Send a JSON object {\"device_id\", \"sent_at\", \"scans\": [...]}: ";
        if (e.getCause() instanceof JacksonException json) {
            return expected + Malformed.sentence(json, "the body");
        }
        return expected
                + (e.getMostSpecificCause() instanceof ZipException ? "the body is not gzip" : "the body is empty");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsupported(HttpMediaTypeNotSupportedException e) {
        return unsupported("Send the batch as Content-Type: application/json");
    }

    private ResponseEntity<ProblemDetail> unsupported(String detail) {
        return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .headers(this::limits)
                .body(problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", detail));
    }

    private ResponseEntity<ProblemDetail> badRequest(String code, String detail) {
        return ResponseEntity.badRequest().headers(this::limits).body(problem(HttpStatus.BAD_REQUEST, code, detail));
    }

    private void limits(HttpHeaders headers) {
        headers.set("Phoenix-Max-Scans", Integer.toString(ScanBatch.MAX_SCANS));
        headers.set("Phoenix-Max-Body-Bytes", Integer.toString(settings.maxBodyBytes()));
    }
}
