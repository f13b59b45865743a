package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.mysql.Credentials;

/**
 * Where an application finds what it needs, on 127.0.0.1.
 *
 * @param registryUrl of the registry's own API
 * @param writer the port of MySQL's writer
 * @param reader the port of MySQL's reader
 * @param operatorToken that operators have to send
 */
public record Endpoints(
        String bootstrapServers,
        String registryUrl,
        int writer,
        int reader,
        Credentials credentials,
        String operatorToken) {}
