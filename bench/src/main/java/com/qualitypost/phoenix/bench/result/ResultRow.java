package com.qualitypost.phoenix.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One measured value.
 *
 * @param cpu microseconds of CPU per operation, by process
 */
public record ResultRow(
        String name,
        String unit,
        Sample value,
        @Nullable Beside limit,
        List<Beside> peers,
        Map<String, Double> cpu,
        @Nullable Goal goal) {

    public static ResultRow of(String name, String unit, Sample value) {
        return new ResultRow(name, unit, value, null, List.of(), Map.of(), null);
    }

    public ResultRow goal(Goal wanted) {
        return new ResultRow(name, unit, value, limit, peers, cpu, wanted);
    }

    public ResultRow limit(String what, Sample most) {
        return new ResultRow(name, unit, value, new Beside(what, most), peers, cpu, goal);
    }

    public ResultRow peer(String who, Sample reached) {
        List<Beside> all = new ArrayList<>(peers);
        all.add(new Beside(who, reached));
        return new ResultRow(name, unit, value, limit, List.copyOf(all), cpu, goal);
    }

    public ResultRow cpu(Map<String, Double> microsPerOperation) {
        return new ResultRow(name, unit, value, limit, peers, microsPerOperation, goal);
    }

    /** The value's share of the limit. */
    OptionalDouble share() {
        return limit == null || limit.value().median() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(value.median() / limit.value().median());
    }

    /** Whether the goal is reached, provided that the answers were right. */
    public GoalVerdict verdict() {
        if (goal == null) {
            return GoalVerdict.NONE;
        }
        if (!goal.ofLimit()) {
            return goal.of(value.median());
        }
        OptionalDouble share = share();
        return share.isPresent() ? goal.of(share.getAsDouble()) : GoalVerdict.NONE;
    }
}
