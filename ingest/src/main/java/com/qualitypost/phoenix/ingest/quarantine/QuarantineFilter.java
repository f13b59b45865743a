package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.json.Exact;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Selects entries; a filter that is left out matches everything.
 *
 * @param from refused at this moment or later
 * @param until refused before this moment
 */
record QuarantineFilter(
        @Pattern(regexp = "[!-~]{1,64}", message = "must be a code, such as conflict") @Nullable
        String reason,

        @Size(max = 64, message = "must have at most 64 characters") @Nullable
        String device,

        @BindParam("tracking_number") @Size(max = 64, message = "must have at most 64 characters") @Nullable
        String trackingNumber,

        @Nullable Instant from,
        @Nullable Instant until)
        implements Exact {
    boolean isNarrow() {
        return reason != null || device != null;
    }
}
