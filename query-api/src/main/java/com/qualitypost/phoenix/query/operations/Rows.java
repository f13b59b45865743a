package com.qualitypost.phoenix.query.operations;

import com.qualitypost.phoenix.query.database.Dated;
import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.vocabulary.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page of a list: values by the names of their columns. */
record Rows(Freshness freshness, List<Map<String, @Nullable Object>> rows, boolean isMore) implements Dated {

    static Rows of(Freshness freshness, List<Map<String, @Nullable Object>> rows) {
        boolean isMore = rows.size() > Listing.LENGTH;
        return new Rows(freshness, isMore ? rows.subList(0, Listing.LENGTH) : rows, isMore);
    }

    /** A value as it may be shown, whoever reported it. */
    public String shown(Object value) {
        return PlainText.shown(value.toString());
    }

    public Set<String> columns() {
        return rows.isEmpty() ? Set.of() : rows.getFirst().keySet();
    }
}
