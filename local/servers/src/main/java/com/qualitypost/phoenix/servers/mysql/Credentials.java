package com.qualitypost.phoenix.servers.mysql;

import com.qualitypost.phoenix.servers.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The passwords of one installation's database users: random, and in a file that only its owner may read. */
public record Credentials(Map<String, String> passwords) {
    public static final List<String> USERS =
            List.of("root", "migrate", "writer", "cdc", "projector", "query", "replica");

    private static final SecureRandom RANDOM = new SecureRandom();

    public Credentials {
        passwords = Map.copyOf(passwords);
    }

    public static Credentials random() {
        return new Credentials(USERS.stream().collect(Collectors.toMap(user -> user, _ -> randomPassword())));
    }

    /** Reads the file, for example in another process than the one that started the servers. */
    public static Credentials read(Path file) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the database passwords", e);
        }
        return new Credentials(properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(user -> user, properties::getProperty)));
    }

    static Credentials readOrCreate(Path file) {
        if (!Files.exists(file)) {
            random().write(file);
        }
        return read(file);
    }

    public String password(String user) {
        String password = passwords.get(user);
        if (password == null) {
            throw new IllegalArgumentException("No database user '" + user + "', only " + USERS);
        }
        return password;
    }

    /** Only the names: passwords must not get into logs. */
    @Override
    public String toString() {
        return "Credentials" + passwords.keySet();
    }

    private void write(Path file) {
        List<String> lines = new TreeMap<>(passwords)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
        try {
            WholeFile.writeSecret(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the database passwords", e);
        }
    }

    /** Hexadecimal, so that it needs no quoting in SQL, properties, shells and addresses. */
    private static String randomPassword() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
