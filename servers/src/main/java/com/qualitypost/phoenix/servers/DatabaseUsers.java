package com.qualitypost.phoenix.servers;

import java.util.List;
import java.util.Map;

/** The schemas and users of {@code users.sql}, with the passwords of one installation. */
public final class DatabaseUsers {
    private DatabaseUsers() {}

    public static List<String> statements(Credentials credentials) {
        String script = Resources.text("users.sql");
        for (Map.Entry<String, String> user : credentials.passwords().entrySet()) {
            script = script.replace("${" + user.getKey() + "}", user.getValue());
        }
        return Jdbc.statements(script);
    }
}
