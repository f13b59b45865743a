package com.qualitypost.phoenix.local.planted;

/** Loads classes and does nothing with them: an agent's changes have to pass the JVM's verifier. */
public final class Load {
    private Load() {}

    public static void main(String... types) throws ClassNotFoundException {
        for (String type : types) {
            Class.forName(type);
        }
    }
}
