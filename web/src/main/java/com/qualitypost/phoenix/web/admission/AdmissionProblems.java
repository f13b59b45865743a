package com.qualitypost.phoenix.web.admission;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The problems for bodies that are not accepted; nothing of such a request was carried out. */
final class AdmissionProblems {

    private AdmissionProblems() {}

    static ErrorResponseException unknownEncoding() {
        return refusal(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "Send the body as it is, or with Content-Encoding: gzip.");
    }

    static ErrorResponseException notGzip() {
        return refusal(
                HttpStatus.BAD_REQUEST,
                "malformed_body",
                "The body is not valid gzip, or is cut off. Send it again, or without Content-Encoding.");
    }

    static ErrorResponseException tooLarge(AdmissionSettings settings) {
        return refusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "body_too_large",
                "The body has more than %,d bytes, as sent or once inflated. Send it in smaller parts."
                        .formatted(settings.maxBodyBytes()));
    }

    static ErrorResponseException tooSlow(AdmissionSettings settings) {
        return refusal(
                HttpStatus.REQUEST_TIMEOUT,
                "body_too_slow",
                "The body arrived too slowly: it has %d s, and needs at least %,d bytes a second. Nothing of it was processed: send it again, in smaller parts."
                        .formatted(settings.arrivesWithin().toSeconds(), settings.leastBytesPerSecond()));
    }

    static ErrorResponseException busy(AdmissionSettings settings) {
        ErrorResponseException refusal = refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "There is too much to do right now, from you or in total. Nothing of this was processed: keep it, and send it again after Retry-After seconds.");
        refusal.getHeaders()
                .set(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(settings.retryAfter().toSeconds()));
        return refusal;
    }

    private static ErrorResponseException refusal(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        problem.setProperty("code", code);
        return new ErrorResponseException(status, problem, null);
    }
}
