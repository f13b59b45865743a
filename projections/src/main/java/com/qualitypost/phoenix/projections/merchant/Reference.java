package com.qualitypost.phoenix.projections.merchant;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One of the references by which a merchant finds a parcel. */
public record Reference(String trackingNumber, String merchantId, String text) {
    private static final TypeReference<Map<String, String>> BY_NAME = new TypeReference<>() {};

    /** Those of a ticket, whatever they are called; {@code json} as in {@code shipment.ticket_references}. */
    static Set<Reference> of(String trackingNumber, @Nullable String merchantId, @Nullable String json) {
        if (merchantId == null || json == null) {
            return Set.of();
        }
        return JsonMapper.shared().readValue(json, BY_NAME).values().stream()
                .map(text -> new Reference(trackingNumber, merchantId, text))
                .collect(Collectors.toSet());
    }
}
