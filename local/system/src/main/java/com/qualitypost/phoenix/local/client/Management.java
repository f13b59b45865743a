package com.qualitypost.phoenix.local.client;

import java.net.URI;

/** Where the applications let operators in, and by what. */
public record Management(URI ingest, URI query, URI projections, String token) {

    /** Without the token. */
    @Override
    public String toString() {
        return "Management[%s, %s, %s]".formatted(ingest, query, projections);
    }
}
