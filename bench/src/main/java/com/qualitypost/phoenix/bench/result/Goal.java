package com.qualitypost.phoenix.bench.result;

/**
 * What a value has to reach.
 *
 * @param aim what we want
 * @param least what we accept
 * @param most whether less is better
 * @param ofLimit whether both are shares of the limit that was measured in the same run
 */
public record Goal(double aim, double least, boolean most, boolean ofLimit) {
    /** What is better lies on the side of the aim. */
    public static Goal value(double aim, double least) {
        return new Goal(aim, least, aim < least, false);
    }

    /** Nothing of it. */
    public static Goal none() {
        return new Goal(0, 0, true, false);
    }

    /** At least this share of the limit. */
    public static Goal share(double aim, double least) {
        return new Goal(aim, least, false, true);
    }

    private boolean isReached(double value, double mark) {
        return most ? value <= mark : value >= mark;
    }

    GoalVerdict of(double value) {
        if (isReached(value, aim)) {
            return GoalVerdict.AIM;
        }
        return isReached(value, least) ? GoalVerdict.LEAST : GoalVerdict.MISSED;
    }

    /** As a reader of the table sees it: {@code ≥ 0.65 / 0.4 of the limit}. */
    String text() {
        return "%s %s / %s%s"
                .formatted(most ? "≤" : "≥", Figures.of(aim), Figures.of(least), ofLimit ? " of the limit" : "");
    }
}
