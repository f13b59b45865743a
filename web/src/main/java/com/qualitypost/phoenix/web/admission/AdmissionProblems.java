package com.qualitypost.phoenix.web.admission;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a body is not taken, as problems. Nothing of such a request was done. */
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
                "The body is no gzip, or is cut off. Send it again, or without Content-Encoding.");
    }

    static ErrorResponseException tooLarge(AdmissionSettings settings) {
        return refusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "body_too_large",
                "The body has more than %,d bytes, as it was sent or inflated. Send less at once."
                        .formatted(settings.maxBodyBytes()));
    }

    static ErrorResponseException tooSlow(AdmissionSettings settings) {
        return refusal(
                HttpStatus.REQUEST_TIMEOUT,
                "body_too_slow",
                "The body came too slowly: it may take %d s, and brings %,d bytes a second at the least. Nothing of it was taken: send it again, less at once."
                        .formatted(settings.arrivesWithin().toSeconds(), settings.leastBytesPerSecond()));
    }

    static ErrorResponseException busy(AdmissionSettings settings) {
        ErrorResponseException refusal = refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "Too much at once, from here or from all. Nothing of this was taken: keep it and send it again.");
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
