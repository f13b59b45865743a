package com.qualitypost.phoenix.query.operations;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.vocabulary.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page of a list: values by the names of their columns. */
record ResultPage(Freshness freshness, List<Map<String, @Nullable Object>> rows, boolean isMore)
        implements HasFreshness {
    static ResultPage of(Freshness freshness, List<Map<String, @Nullable Object>> rows) {
        boolean isMore = rows.size() > ListQuery.LENGTH;
        return new ResultPage(freshness, isMore ? rows.subList(0, ListQuery.LENGTH) : rows, isMore);
    }

    /** The value in a form that is safe to show, whoever reported it. */
    public String shown(Object value) {
        return PlainText.shown(value.toString());
    }

    public Set<String> columns() {
        return rows.isEmpty() ? Set.of() : rows.getFirst().keySet();
    }
}
