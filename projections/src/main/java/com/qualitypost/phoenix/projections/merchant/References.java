package com.qualitypost.phoenix.projections.merchant;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.projections.projector.Omissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The references of a ticket, of whatever kind, as many as a parcel may have; the list shows those by which the parcel
 * can be found.
 *
 * @param json as {@code shipment.ticket_references} has them
 */
record References(@Nullable String json, List<String> texts) {
    static final References NONE = new References(null, List.of());

    private static final TypeReference<Map<String, String>> BY_NAME = new TypeReference<>() {};
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST = 256;
    private static final int MOST = 100;

    static References of(@Nullable String json, Omissions omissions) {
        if (json == null) {
            return NONE;
        }
        Map<String, String> all = JsonMapper.shared().readValue(json, BY_NAME);
        Map<String, String> kept = new LinkedHashMap<>();
        all.entrySet().stream()
                .filter(said -> isPossible(said.getKey(), LONGEST_NAME) && isPossible(said.getValue(), LONGEST))
                .limit(MOST)
                .forEach(said -> kept.put(said.getKey(), said.getValue()));
        if (kept.size() < all.size()) {
            omissions.leaveOut(
                    "references",
                    "%d of %d are too long, or too many, to find a parcel by"
                            .formatted(all.size() - kept.size(), all.size()));
        }
        return kept.isEmpty()
                ? NONE
                : new References(JsonMapper.shared().writeValueAsString(kept), List.copyOf(kept.values()));
    }

    Set<Reference> of(String trackingNumber, @Nullable String merchant) {
        return merchant == null
                ? Set.of()
                : texts.stream()
                        .map(text -> new Reference(trackingNumber, merchant, text))
                        .collect(Collectors.toSet());
    }

    private static boolean isPossible(@Nullable String text, int longest) {
        return text != null
                && text.codePointCount(0, text.length()) <= longest
                && UTF_8.newEncoder().canEncode(text);
    }
}
