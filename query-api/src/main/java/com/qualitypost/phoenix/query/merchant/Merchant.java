package com.qualitypost.phoenix.query.merchant;

/**
 * Who asks, by its key.
 *
 * @param id as it stands in the tickets of its parcels: with a test key those of its test mode
 */
public record Merchant(String id) {}
