package com.qualitypost.phoenix.web.admission;

import com.qualitypost.phoenix.web.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Why a body is not taken, as problems. Nothing of such a request was done. */
final class AdmissionProblems {

    private AdmissionProblems() {}

    static ProblemException unknownEncoding() {
        return new ProblemException(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "Send the body as it is, or with Content-Encoding: gzip.");
    }

    static ProblemException notGzip() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "malformed_body",
                "The body is no gzip, or is cut off. Send it again, or without Content-Encoding.");
    }

    static ProblemException tooLarge(AdmissionSettings settings) {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "body_too_large",
                "The body has more than %,d bytes, as it was sent or inflated. Send less at once."
                        .formatted(settings.maxBodyBytes()));
    }

    static ProblemException tooSlow(AdmissionSettings settings) {
        return new ProblemException(
                HttpStatus.REQUEST_TIMEOUT,
                "body_too_slow",
                "The body came too slowly: it may take %d s, and brings %,d bytes a second at the least. Nothing of it was taken: send it again, less at once."
                        .formatted(settings.arrivesWithin().toSeconds(), settings.leastBytesPerSecond()));
    }

    static ProblemException busy(AdmissionSettings settings) {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Too much at once, from here or from all. Nothing of this was taken: keep it and send it again.")
                .retryAfter(settings.retryAfter());
    }
}
