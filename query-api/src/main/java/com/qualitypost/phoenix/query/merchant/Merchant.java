package com.qualitypost.phoenix.query.merchant;

/**
 * The merchant that a key belongs to.
 *
 * @param id as in the tickets of its parcels; with a test key, that of its test mode
 */
public record Merchant(String id) {}
