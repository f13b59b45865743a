package com.qualitypost.phoenix.tables;

/** The address of a database, for MySQL's driver. */
public final class JdbcUrl {
    /** What a setting that names a database server has to match: host and port. */
    public static final String SERVER = "[^:/]+:[0-9]+";

    private JdbcUrl() {}

    /**
     * Times travel in UTC, whatever the zones of this machine and of the server are.
     *
     * @param server host and port
     * @param sslMode DISABLED, PREFERRED, REQUIRED, VERIFY_CA or VERIFY_IDENTITY; without TLS the password is encrypted by
     *     a key that the server is asked for
     */
    public static String of(String server, String schema, String sslMode) {
        return "jdbc:mysql://%s/%s?sslMode=%s&allowPublicKeyRetrieval=%s&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                .formatted(server, schema, sslMode, sslMode.equals("DISABLED"));
    }
}
