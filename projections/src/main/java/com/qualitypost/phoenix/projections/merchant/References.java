package com.qualitypost.phoenix.projections.merchant;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.projections.projector.Omissions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The references of a ticket, whatever they are called.
 *
 * @param json as in {@code shipment.ticket_references}
 * @param texts those by which a parcel can be found
 */
record References(@Nullable String json, List<String> texts) {

    static final References NONE = new References(null, List.of());

    private static final TypeReference<Map<String, String>> BY_NAME = new TypeReference<>() {};
    private static final int LONGEST = 256;
    private static final int MOST = 100;

    static References of(@Nullable String json, Omissions omissions) {
        if (json == null) {
            return NONE;
        }
        Collection<String> all = JsonMapper.shared().readValue(json, BY_NAME).values();
        List<String> possible =
                all.stream().filter(References::isPossible).limit(MOST).toList();
        if (possible.size() < all.size()) {
            omissions.leaveOut(
                    "references",
                    "%d of %d are too long, or too many, to find a parcel by"
                            .formatted(all.size() - possible.size(), all.size()));
        }
        return new References(json, possible);
    }

    Set<Reference> of(String trackingNumber, @Nullable String merchant) {
        return merchant == null
                ? Set.of()
                : texts.stream()
                        .map(text -> new Reference(trackingNumber, merchant, text))
                        .collect(Collectors.toSet());
    }

    private static boolean isPossible(@Nullable String text) {
        return text != null
                && text.codePointCount(0, text.length()) <= LONGEST
                && UTF_8.newEncoder().canEncode(text);
    }
}
