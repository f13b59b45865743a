package com.qualitypost.phoenix.ingest.json;

/** Marks the body of a request in which unknown members are refused: a mistyped member must not be ignored. */
public interface Exact {}
