package com.qualitypost.phoenix.query.bulk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.http.Language;
import com.qualitypost.phoenix.query.sandbox.TestKey;
import com.qualitypost.phoenix.query.tracking.BulkQueries;
import com.qualitypost.phoenix.query.tracking.BulkQueries.Many;
import com.qualitypost.phoenix.query.tracking.FreshnessHeaders;
import com.qualitypost.phoenix.query.tracking.LookupProblems;
import com.qualitypost.phoenix.web.admission.Shares;
import com.qualitypost.phoenix.web.admission.Sources;
import com.qualitypost.phoenix.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where are all my parcels? Answers up to a thousand in one call, in the order asked, as fast as they are found. A slow
 * reader occupies one of its source's places.
 */
@RestController
class BulkController {
    private static final long PATIENCE_MS = 500;

    private final RequestedNumbers numbers;
    private final BulkQueries queries;
    private final Sources sources;
    private final Shares calls;

    BulkController(RequestedNumbers numbers, BulkQueries queries, Sources sources, BulkSettings settings) {
        this.numbers = numbers;
        this.queries = queries;
        this.sources = sources;
        this.calls = new Shares(settings.maxCalls(), settings.maxCallsOfSource());
    }

    @PostMapping("/v1/tracking:lookup")
    void lookup(
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String types,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        try (Shares.Booking call = calls.of(sources.of(request))) {
            if (!call.add(1, PATIENCE_MS)) {
                throw busy();
            }
            answer(numbers.read(request.getInputStream()), types, languages, request, response);
        }
    }

    private void answer(
            List<RequestedNumber> asked,
            @Nullable String types,
            @Nullable String languages,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        asked.stream()
                .flatMap(each -> Parts.number(each).stream())
                .forEach(number -> TestKey.mayAsk(request.getHeader(HttpHeaders.AUTHORIZATION), number));
        BulkFormat form = BulkFormat.accepted(types);
        Language language = Language.accepted(languages);
        Parts parts = new Parts(queries, asked, language);
        Parts.Part first = parts.next();
        begin(response, form, language, first.found().orElseThrow(LookupProblems::unavailable));
        write(response, form, first, parts);
    }

    private static ProblemException busy() {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Too many calls",
                        "Too many calls are being answered at once, for you or in total. Ask again in a second, and make fewer calls at the same time.")
                .retryable();
    }

    private static void begin(
            HttpServletResponse response, BulkFormat form, Language language, NodeAnswer<Many> first) {
        FreshnessHeaders.ofFreshness(first).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.ACCEPT);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag);
        response.setContentType(form.type.toString());
    }

    private static void write(HttpServletResponse response, BulkFormat form, Parts.Part first, Parts parts)
            throws IOException {
        OutputStream out = response.getOutputStream();
        BulkItemWriter items = new BulkItemWriter(out);
        String before = form.start;
        for (Parts.Part part = first; ; part = parts.next()) {
            for (RequestedNumber asked : part.asked()) {
                out.write(before.getBytes(US_ASCII));
                items.write(asked, part.found().map(NodeAnswer::found).orElse(null));
                before = form.between;
            }
            if (!parts.areMore()) {
                out.write(form.end.getBytes(US_ASCII));
                return;
            }
            response.flushBuffer();
        }
    }
}
