package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.UpuEvent;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Our own file format, but with UPU's event codes in {@code source_code} instead of kinds. */
record UpuColumns() implements Columns {
    private static final int MAX_CODE = 28;

    @Override
    public Set<String> needed() {
        return Set.of("tracking_number", "source_code", "occurred_at");
    }

    @Override
    public Scan scan(Row row) throws BadRowException {
        String code = row.needed("source_code");
        return OwnColumns.scan(
                row, UpuEvent.coded(code).map(UpuEvent::kind).map(Kind::name).orElse(unknown(code)));
    }

    /** An unknown kind with the code in its name, so that the scan is quarantined for a person to look at. */
    private static String unknown(String code) {
        String kind = code.toUpperCase(Locale.ROOT)
                .chars()
                .limit(MAX_CODE)
                .mapToObj(character -> isOfKinds(character) ? Character.toString(character) : "_")
                .collect(Collectors.joining());
        return "UPU_" + kind;
    }

    private static boolean isOfKinds(int character) {
        return character >= 'A' && character <= 'Z' || character >= '0' && character <= '9' || character == '_';
    }
}
