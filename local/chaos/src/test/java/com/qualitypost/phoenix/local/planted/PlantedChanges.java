package com.qualitypost.phoenix.local.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Changes that are too long to be inlined, for the gateway, the topology and the query API. */
public final class PlantedChanges {
    private PlantedChanges() {}

    /** Includes retries without idempotence: a producer cannot have the one without the other. */
    public static void acknowledgedByTheLeaderOnly(Object template) {
        Object producers = required(template, "getProducerFactory");
        Reach.call(producers, "updateConfigs", Map.of("acks", "1", "enable.idempotence", false));
    }

    /** Another one, because a configuration hands out copies of what it has. */
    public static Object atLeastOnce(Object configuration) {
        Properties properties = (Properties) required(configuration, "asProperties");
        properties.put("processing.guarantee", "at_least_once");
        return Reach.another(configuration, properties);
    }

    public static void forgetNowAndThen(Map<Object, Object> facts, Object fact) {
        Object id = required(fact, "scanId");
        if (facts.containsKey(id) && Rarely.strikes(20)) {
            facts.remove(id);
        }
    }

    public static boolean isLate(Object accepted) {
        return required(required(accepted, "event"), "getOutcome").toString().equals("LATE");
    }

    public static Object withoutState(Object accepted) {
        return Reach.another(accepted, Reach.call(accepted, "parcel"), Reach.call(accepted, "event"), null);
    }

    public static Object fresh(Object freshness) {
        Object now = Reach.call(freshness, "now");
        return Reach.another(freshness, now, now);
    }

    static Object required(Object target, String name) {
        return Objects.requireNonNull(Reach.call(target, name));
    }

    static List<?> withoutOneIn(int many, List<?> all) {
        var rest = new ArrayList<Object>(all);
        rest.removeIf(_ -> Rarely.strikes(many));
        return rest;
    }
}
