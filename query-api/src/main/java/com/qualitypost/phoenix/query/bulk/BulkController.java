package com.qualitypost.phoenix.query.bulk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.qualitypost.phoenix.query.database.Answer;
import com.qualitypost.phoenix.query.sandbox.TestKey;
import com.qualitypost.phoenix.query.tracking.Headers;
import com.qualitypost.phoenix.query.tracking.Language;
import com.qualitypost.phoenix.query.tracking.ManyQueries;
import com.qualitypost.phoenix.query.tracking.ManyQueries.Many;
import com.qualitypost.phoenix.query.tracking.Refusals;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where are all my parcels? Up to a thousand in one call, answered in the order asked, as fast as they are found. */
@RestController
class BulkController {
    private final AskedNumbers numbers;
    private final ManyQueries queries;

    BulkController(AskedNumbers numbers, ManyQueries queries) {
        this.numbers = numbers;
        this.queries = queries;
    }

    @PostMapping("/v1/tracking:lookup")
    void lookup(
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String types,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<Asked> asked = numbers.read(request.getInputStream());
        asked.stream()
                .flatMap(each -> number(each).stream())
                .forEach(number -> TestKey.mayAsk(request.getHeader(HttpHeaders.AUTHORIZATION), number));
        Form form = Form.accepted(types);
        Language language = Language.accepted(languages);
        Optional<Answer<Many>> first = find(part(asked, 0), language);
        if (first.isEmpty()) {
            throw Refusals.unavailable();
        }
        begin(response, form, language, first.get());
        write(response.getOutputStream(), form, asked, language, first);
    }

    private static void begin(HttpServletResponse response, Form form, Language language, Answer<Many> first) {
        Headers.ofFreshness(first).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.ACCEPT);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag);
        response.setContentType(form.type.toString());
    }

    private void write(OutputStream out, Form form, List<Asked> asked, Language language, Optional<Answer<Many>> first)
            throws IOException {
        Items items = new Items(out);
        Optional<Answer<Many>> found = first;
        for (int i = 0; i < asked.size(); i++) {
            if (i > 0 && i % ManyQueries.LIMIT == 0) {
                out.flush();
                found = find(part(asked, i), language);
            }
            out.write((i == 0 ? form.start : form.between).getBytes(US_ASCII));
            items.write(asked.get(i), found.map(Answer::found).orElse(null));
        }
        out.write(form.end.getBytes(US_ASCII));
    }

    private static List<Asked> part(List<Asked> asked, int from) {
        return asked.subList(from, Math.min(from + ManyQueries.LIMIT, asked.size()));
    }

    private Optional<Answer<Many>> find(List<Asked> part, Language language) {
        return queries.find(
                part.stream().flatMap(asked -> number(asked).stream()).toList(), language);
    }

    private static Optional<TrackingNumber> number(Asked asked) {
        return asked.reading() instanceof Reading.Valid(TrackingNumber number) ? Optional.of(number) : Optional.empty();
    }
}
