package com.qualitypost.phoenix.ingest.gateway;

import com.qualitypost.phoenix.ingest.gateway.body.JsonErrors;
import com.qualitypost.phoenix.ingest.gateway.body.RawScan;
import com.qualitypost.phoenix.ingest.gateway.body.ScanBatch;
import com.qualitypost.phoenix.ingest.gateway.body.SentId;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads one scan of a batch, or says why it cannot be read. */
@Component
class ScanReader {
    /** Keeps an answer from being much longer than what was sent. */
    private static final int MOST_VIOLATIONS = 5;

    private final JsonMapper json;
    private final Validator validator;
    private final GatewaySettings settings;
    private final boolean forTests;

    @Autowired
    ScanReader(JsonMapper json, Validator validator, GatewaySettings settings) {
        this(json, validator, settings, false);
    }

    private ScanReader(JsonMapper json, Validator validator, GatewaySettings settings, boolean forTests) {
        this.json = json;
        this.validator = validator;
        this.settings = settings;
        this.forTests = forTests;
    }

    /** Returns a reader for test numbers only, which devices may not report on. */
    ScanReader ofTests() {
        return new ScanReader(json, validator, settings, true);
    }

    /** Either a scan to send on, or the rejection shown to the courier. */
    sealed interface Read {
        record Readable(Scan scan, SentId id) implements Read {}

        record Rejected(String code, String detail) implements Read {}
    }

    Read read(RawScan raw, DeviceClock clock, ScanBatch batch) {
        if (!raw.isObject()) {
            return new Read.Rejected("malformed_scan", "the scan must be a JSON object");
        }
        if (raw.length() > settings.maxScanBytes()) {
            return new Read.Rejected(
                    "scan_too_large",
                    "the scan has %,d bytes, the limit is %,d. Report it again with fewer attributes."
                            .formatted(raw.length(), settings.maxScanBytes()));
        }
        ScanItem item;
        try {
            item = json.readValue(raw.json(), raw.from(), raw.length(), ScanItem.class);
        } catch (JacksonException e) {
            return new Read.Rejected("malformed_scan", JsonErrors.sentence(e, "the scan"));
        }
        Set<ConstraintViolation<ScanItem>> violations = validator.validate(item);
        if (!violations.isEmpty()) {
            return new Read.Rejected("invalid_scan", sentence(violations));
        }
        return switch (TrackingNumber.read(item.trackingNumber())) {
            case Reading.Valid valid -> readable(item, valid.number(), clock, batch);
            case Reading.Malformed malformed ->
                new Read.Rejected(
                        "malformed_number",
                        "%s is not a tracking number: it needs 8 to 48 characters of A-Z and 0-9 with at least one digit; single hyphens are allowed inside. Scan the label again."
                                .formatted(malformed.entered()));
            case Reading.WrongCheckDigit wrong ->
                new Read.Rejected(
                        "wrong_check_digit",
                        "%s has a wrong check digit, %d was expected. Scan the label again."
                                .formatted(wrong.entered(), wrong.expected()));
        };
    }

    private Read readable(ScanItem item, TrackingNumber number, DeviceClock clock, ScanBatch batch) {
        if (number.isForTests() != forTests) {
            return new Read.Rejected(
                    "test_number",
                    "%s: numbers that begin with %s are for tests, and only the sandbox reports on them. Scan the label of a real parcel."
                            .formatted(number, TrackingNumber.FOR_TESTS));
        }
        if (Kind.CORRECTION.name().equals(item.kind()) && item.corrects() == null) {
            return new Read.Rejected(
                    "invalid_scan", "corrects is missing: name the scan that this CORRECTION takes back");
        }
        Scan scan = AvroScans.scan(item, number, clock, batch);
        return SenderMistakes.violation(scan)
                .<Read>map(violation -> new Read.Rejected("invalid_scan", violation))
                .orElseGet(() -> new Read.Readable(scan, item.scanId()));
    }

    private static String sentence(Set<ConstraintViolation<ScanItem>> violations) {
        String first = violations.stream()
                .map(violation -> FieldNames.of(violation.getPropertyPath()) + " " + violation.getMessage())
                .sorted()
                .limit(MOST_VIOLATIONS)
                .collect(Collectors.joining("; "));
        int others = violations.size() - MOST_VIOLATIONS;
        return others > 0 ? first + "; and %,d more".formatted(others) : first;
    }
}
