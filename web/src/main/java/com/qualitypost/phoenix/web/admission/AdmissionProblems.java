package com.qualitypost.phoenix.web.admission;

import com.qualitypost.phoenix.web.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The problems for bodies that are not accepted; nothing of such a request was carried out. */
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
                "The body is not valid gzip, or is cut off. Send it again, or without Content-Encoding.");
    }

    static ProblemException tooLarge(AdmissionSettings settings) {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "body_too_large",
                "The body has more than %,d bytes, as sent or once inflated. Send it in smaller parts."
                        .formatted(settings.maxBodyBytes()));
    }

    static ProblemException tooSlow(AdmissionSettings settings) {
        return new ProblemException(
                HttpStatus.REQUEST_TIMEOUT,
                "body_too_slow",
                "The body arrived too slowly: it has %d s, and needs at least %,d bytes a second. Nothing of it was processed: send it again, in smaller parts."
                        .formatted(settings.arrivesWithin().toSeconds(), settings.leastBytesPerSecond()));
    }

    static ProblemException busy(AdmissionSettings settings) {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "There is too much to do right now, from you or in total. Nothing of this was processed: keep it, and send it again after Retry-After seconds.")
                .retryAfter(settings.retryAfter());
    }
}
