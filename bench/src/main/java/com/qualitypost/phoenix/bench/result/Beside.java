package com.qualitypost.phoenix.bench.result;

/** Something measured in the same run that a value is compared with: a limit of the machine, or a peer. */
public record Beside(String name, Sample value) {}
