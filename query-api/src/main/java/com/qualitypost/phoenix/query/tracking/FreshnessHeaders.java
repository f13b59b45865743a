package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.answer.LookupRow;
import com.qualitypost.phoenix.query.answer.StoredAnswer;
import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpHeaders;

/** The headers that say which node answered and how fresh its answer is. */
public final class FreshnessHeaders {
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private FreshnessHeaders() {}

    static HttpHeaders of(NodeAnswer<LookupRow> found) {
        HttpHeaders headers = ofFreshness(found);
        StoredAnswer answer = found.found().answer();
        if (answer != null) {
            headers.set("Phoenix-Revision", Long.toString(answer.version().revision()));
        }
        return headers;
    }

    public static HttpHeaders ofFreshness(NodeAnswer<? extends HasFreshness> found) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(
                "Phoenix-Served-By", found.isKept() ? "cache" : found.servedBy().toString());
        headers.setCacheControl("no-cache");
        Freshness freshness = found.found().freshness();
        LocalDateTime asOf = freshness.asOf();
        Duration lag = freshness.lag();
        if (asOf != null && lag != null) {
            headers.set("Phoenix-As-Of", RFC_3339.format(asOf));
            headers.set("Phoenix-Lag-Ms", Long.toString(lag.toMillis()));
        }
        return headers;
    }
}
