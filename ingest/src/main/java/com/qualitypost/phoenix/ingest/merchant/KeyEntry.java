package com.qualitypost.phoenix.ingest.merchant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key in the list: everything except the key itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyEntry(
        String keyId,
        String merchantId,
        String mode,
        Instant createdAt,
        @Nullable Instant revokedAt) {}
