package com.qualitypost.phoenix.query.change;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The order of a shipment's changes: revisions count within a generation, and each rebuild is a new generation. */
public record Version(int generation, long revision) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})-([0-9]{1,18})");

    /** Empty if the text is not a version. */
    public static Optional<Version> read(@Nullable String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(new Version(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    public boolean isBefore(Version other) {
        return generation != other.generation ? generation < other.generation : revision < other.revision;
    }

    public Version orNewer(Version other) {
        return isBefore(other) ? other : this;
    }

    /** {@code <generation>-<revision>}, as pages and events carry it. */
    @Override
    public String toString() {
        return generation + "-" + revision;
    }
}
