package com.qualitypost.phoenix.query.merchant;

/** Who asks, by its key. */
public record Merchant(String id, boolean test) {}
