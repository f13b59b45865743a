package com.qualitypost.phoenix.local.quarantine;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that select records. */
final class FilterOptions {
    @Option(names = "--reason", paramLabel = "R", description = "such as conflict or in_the_future")
    private @Nullable String reason;

    @Option(names = "--device", paramLabel = "D", description = "the device that sent it")
    private @Nullable String device;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Back.class,
            description = "refused within the last 30m, 2h or 7d")
    private @Nullable Duration since;

    boolean isByReasonOrDevice() {
        return reason != null || device != null;
    }

    Map<String, String> filter() {
        Map<String, String> filter = new LinkedHashMap<>();
        if (reason != null) {
            filter.put("reason", reason);
        }
        if (device != null) {
            filter.put("device", device);
        }
        if (since != null) {
            filter.put("from", Instant.now().minus(since).toString());
        }
        return filter;
    }

    /** A time span: a number and m, h or d. */
    static final class Back implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                long number = Long.parseLong(text.substring(0, Math.max(0, text.length() - 1)));
                return switch (text.charAt(text.length() - 1)) {
                    case 'm' -> Duration.ofMinutes(number);
                    case 'h' -> Duration.ofHours(number);
                    case 'd' -> Duration.ofDays(number);
                    default -> throw new NumberFormatException(text);
                };
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is not a valid time: say 30m, 2h or 7d");
            }
        }
    }
}
