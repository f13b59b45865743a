package com.qualitypost.phoenix.ingest.sandbox;

import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Lets developers walk a test shipment through its life. */
@RestController
@ConditionalOnBooleanProperty("phoenix.gateway.sandbox")
@ConditionalOnProperty(
        name = {"phoenix.gateway.enabled", "phoenix.writer.enabled"},
        matchIfMissing = true)
class SandboxController {
    private final TestKeys keys;
    private final TestShipmentWalk walk;

    SandboxController(TestKeys keys, TestShipmentWalk walk) {
        this.keys = keys;
        this.walk = walk;
    }

    @PostMapping("/v1/test/shipments/{number}/advance")
    ResponseEntity<TestShipmentWalk.Advanced> advance(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Status to,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization)
            throws InterruptedException {
        String merchant = keys.merchant(authorization);
        return ResponseEntity.accepted().body(walk.advance(ofTests(number), merchant, to));
    }

    private static TrackingNumber ofTests(String entered) {
        return switch (TrackingNumber.read(entered)) {
            case Reading.Malformed(String shown) ->
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "malformed_number",
                        "%s is not a tracking number: use %s or a later one."
                                .formatted(shown, FixedParcel.firstFree()));
            case Reading.WrongCheckDigit(String value, int expected) ->
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "wrong_check_digit",
                        "The check digit of %s (the last one before MX) should be %d.".formatted(value, expected));
            case Reading.Valid(TrackingNumber number)
            when !number.isForTests() ->
                throw new ProblemException(
                        HttpStatus.FORBIDDEN,
                        "test_key",
                        "%s is a live number and this is a test key, which only moves test numbers; they begin with %s. Use one of those."
                                .formatted(number, TrackingNumber.FOR_TESTS));
            case Reading.Valid(TrackingNumber number)
            when FixedParcel.isOne(number) ->
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "fixed_number",
                        "%s is reserved: its answer never changes. Use %s or a later number."
                                .formatted(number, FixedParcel.firstFree()));
            case Reading.Valid(TrackingNumber number) -> number;
        };
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ProblemException malformed() {
        String statuses = Arrays.stream(Status.values()).map(Status::name).collect(Collectors.joining(", "));
        return new ProblemException(HttpStatus.BAD_REQUEST, "malformed_to", "'to' must be one of " + statuses + ".");
    }
}
