package peer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;

/** What a client sends. */
record NewScan(
        @NotNull UUID id,
        @NotNull @Pattern(regexp = "\\w{1,20}") String number,
        @NotNull @Pattern(regexp = "\\w{1,40}") String kind,
        @NotNull Instant at) {}
