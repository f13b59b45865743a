package com.qualitypost.phoenix.ingest.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.qualitypost.phoenix.ingest.gateway.body.SentId;
import com.qualitypost.phoenix.ingest.gateway.body.Shaped;
import com.qualitypost.phoenix.vocabulary.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One scan as a device reports it. Times are RFC 3339 with the device's offset. */
record ScanItem(
        @NotNull(message = "is missing: create a UUIDv7 for each scan and keep it when sending the scan again")
        SentId scanId,

        @NotBlank(message = "is missing") @Size(max = 64, message = "must have at most 64 characters")
        String trackingNumber,

        @NotBlank(message = "is missing: say what happened, such as PICKED_UP")
        @Shaped(regexp = "[A-Z0-9_]{1,32}", message = "must be 1 to 32 of A-Z, 0-9 and _")
        String kind,

        @NotNull(message = "is missing: send the device's clock with its offset, such as 2026-11-22T09:59:58.120-06:00")
        OffsetDateTime occurredAt,

        @PositiveOrZero(message = "must not be negative") @Nullable
        Long deviceSeq,

        @PositiveOrZero(message = "must not be negative") @Nullable
        Long uptimeMs,

        @Size(max = 64, message = "must have at most 64 characters") @Nullable
        String bootId,

        @Size(max = 64, message = "must have at most 64 characters") @Nullable
        String sourceCode,

        @Valid @Nullable PlaceItem place,
        @Valid @Nullable PlaceItem nextPlace,

        @Shaped(
                regexp = Reason.SHAPE,
                message = "must begin with carrier_, shipper_, consignee_, customs_, weather_ or other_")
        @Nullable
        String reason,

        @Shaped(
                regexp = "recipient|neighbour|safe_place|counter",
                message = "must be recipient, neighbour, safe_place or counter; do not send a person's name")
        @Nullable
        String deliveredTo,

        @Nullable Boolean cashCollected,

        @Shaped(regexp = "[0-9a-f]{64}", message = "must be 64 hexadecimal digits in lower case")
        @JsonProperty("proof_sha256")
        @Nullable
        String proofSha256,

        @Valid @Nullable CorrectionItem corrects,
        @Valid @Nullable TicketItem ticket,
        @Valid @Nullable PointItem position,

        @Size(max = 20, message = "must have at most 20 entries") @Nullable
        Map<@Size(max = 64) String, @NotNull @Size(max = 256) String> attributes) {
    static final Set<String> DELIVERED_TO = Set.of("recipient", "neighbour", "safe_place", "counter");

    /** A place, at most as precise as a postcode. */
    record PlaceItem(
            @Size(max = 64) @Nullable String code,
            @Size(max = 128) @Nullable String name,
            @Size(max = 128) @Nullable String city,
            @Size(max = 16) @Nullable String postcode,

            @Shaped(regexp = "[A-Z]{2}", message = "must be a two-letter country code of ISO 3166-1") @Nullable
            String country) {}

    record CorrectionItem(
            @NotNull(message = "is missing: name the scan that is taken back")
            SentId scanId,

            @NotNull(message = "is missing")
            @Shaped(regexp = "did_not_occur|incorrect_data", message = "must be did_not_occur or incorrect_data")
            String error) {}

    /** What the merchant ordered. */
    record TicketItem(
            @Size(max = 64) @Nullable String merchantId,
            @Size(max = 64) @Nullable String service,
            @Valid @Nullable PlaceItem destination,

            @Size(max = 20, message = "must have at most 20 entries") @Nullable
            Map<@Size(max = 64) String, @NotNull @Size(max = 256) String> references,

            @Nullable OffsetDateTime promisedFrom,
            @Nullable OffsetDateTime promisedUntil) {}

    record PointItem(
            @Min(-90) @Max(90) double latitude,
            @Min(-180) @Max(180) double longitude) {}
}
