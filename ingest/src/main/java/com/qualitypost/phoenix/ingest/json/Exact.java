package com.qualitypost.phoenix.ingest.json;

/** The body of a request in which nothing may stand that is not known: a mistyped member must not be as if it were not there. */
public interface Exact {}
