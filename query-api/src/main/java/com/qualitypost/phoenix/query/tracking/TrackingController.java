package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.answer.LookupRow;
import com.qualitypost.phoenix.query.answer.StoredAnswer;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.http.Language;
import com.qualitypost.phoenix.web.admission.Sources;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where is my parcel? A lookup whose bytes are sent as they are stored. */
@RestController
class TrackingController {
    static final String LOOKUP = "/v1/tracking/{number}";

    private static final String ANY = "*";

    /** Shared caches may answer for us for a moment, and while we do not answer, for as long as a person looks. */
    private static final CacheControl PUBLIC =
            CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic().staleIfError(Duration.ofMinutes(10));

    private static final CacheControl AWAITED = CacheControl.noCache().cachePrivate();

    private final LookupRequests questions;
    private final Tracking tracking;
    private final Sources sources;

    TrackingController(LookupRequests questions, Tracking tracking, Sources sources) {
        this.questions = questions;
        this.tracking = tracking;
        this.sources = sources;
    }

    @GetMapping(LOOKUP)
    ResponseEntity<byte[]> track(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(name = "min_revision", required = false) @Nullable String minRevision,
            @RequestParam(required = false) @Nullable String wait,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            HttpServletRequest request) {
        LookupRequest question = questions.read(number, Language.accepted(languages), after, minRevision, wait);
        return switch (tracking.reply(question, () -> sources.of(request))) {
            case LookupResult.Visible(NodeAnswer<LookupRow> found, StoredAnswer answer) ->
                sent(found, answer, question, known);
            case LookupResult.Unknown(NodeAnswer<LookupRow> found) -> throw LookupProblems.unknown(question, found);
            case LookupResult.NotYet(NodeAnswer<LookupRow> found) -> throw LookupProblems.notYet(found);
            case LookupResult.Quarantined(NodeAnswer<LookupRow> found, String reason) ->
                throw LookupProblems.quarantined(found, reason);
            case LookupResult.Unavailable _ -> throw LookupProblems.unavailable();
            case LookupResult.Crowded _ -> throw LookupProblems.crowded();
        };
    }

    /** Spring compares the tag with {@code If-None-Match} and sends 304 without the body when it has not changed. */
    private static ResponseEntity<byte[]> sent(
            NodeAnswer<LookupRow> found, StoredAnswer answer, LookupRequest question, @Nullable String known) {
        var now = found.found().freshness().now();
        HttpHeaders headers = FreshnessHeaders.of(found);
        headers.setCacheControl(question.isForWhatIsNew() ? AWAITED : PUBLIC);
        headers.setETag(answer.etag(now));
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, question.language().tag);
        if (ANY.equals(known)) {
            // Spring checks this only when it writes something.
            return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
        }
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new ResponseEntity<>(answer.body(now), headers, HttpStatus.OK);
    }
}
