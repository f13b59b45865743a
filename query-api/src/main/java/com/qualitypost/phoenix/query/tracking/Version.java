package com.qualitypost.phoenix.query.tracking;

/** The order of a shipment's changes: revisions count within a generation, and each rebuild is a new generation. */
record Version(int generation, long revision) {
    boolean isBefore(Version other) {
        return generation != other.generation ? generation < other.generation : revision < other.revision;
    }
}
