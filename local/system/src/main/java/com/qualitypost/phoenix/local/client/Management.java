package com.qualitypost.phoenix.local.client;

import java.net.URI;

/** The applications' management ports, and the token that they require. */
public record Management(URI ingest, URI query, URI projections, String token) {

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Management[%s, %s, %s]".formatted(ingest, query, projections);
    }
}
