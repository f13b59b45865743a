package com.qualitypost.phoenix.query.recipient;

import com.qualitypost.phoenix.query.http.TrackingNumberParam;
import com.qualitypost.phoenix.query.recipient.RecipientAccess.Outcome;
import com.qualitypost.phoenix.query.tracking.LookupProblems;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.web.admission.Source;
import com.qualitypost.phoenix.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns details that the public answer leaves out to callers who know more than the number. */
@RestController
class DetailsController {
    /** Replaces the requested address, so that every refusal has the same bytes. */
    private static final URI INSTANCE = URI.create("/v1/tracking/details");

    private final RecipientCredentials factors;
    private final RecipientAccess door;

    DetailsController(RecipientCredentials factors, RecipientAccess door) {
        this.factors = factors;
        this.door = door;
    }

    // Checked first: a client that does not accept JSON would use up an attempt and never see the answer.
    @PostMapping(path = "/v1/tracking/{number}/details", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Details> details(@PathVariable String number, HttpServletRequest request) throws IOException {
        TrackingNumber parcel = TrackingNumberParam.read(number);
        RecipientCredential factor = factors.read(request.getInputStream());
        return switch (door.open(parcel, Source.at(request.getRemoteAddr()), factor)) {
            case Outcome.Opened(Details details) ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(details);
            case Outcome.NotRecognised _ -> throw notRecognised();
            case Outcome.Locked(Duration remaining) -> throw locked(remaining);
            case Outcome.Away _ -> throw LookupProblems.unavailable();
        };
    }

    private static ProblemException notRecognised() {
        return refusal(
                HttpStatus.FORBIDDEN,
                "not_recognised",
                "Not recognised",
                "We have no parcel with this number and this postcode or link. Check both; after a few wrong tries you have to wait.",
                new HttpHeaders());
    }

    private static ProblemException locked(Duration remaining) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(remaining.toSeconds() + 1));
        return refusal(
                HttpStatus.TOO_MANY_REQUESTS,
                "too_many_tries",
                "Too many tries",
                "Wait, or use the merchant's link: it works at once.",
                headers);
    }

    private static ProblemException refusal(
            HttpStatus status, String code, String title, String detail, HttpHeaders headers) {
        headers.setCacheControl(CacheControl.noStore());
        ProblemException refusal = new ProblemException(status, code, title, detail).with(headers);
        refusal.setInstance(INSTANCE);
        return refusal;
    }
}
