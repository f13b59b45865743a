package com.qualitypost.phoenix.local.backup.store;

/**
 * One file in a backup, as its manifest lists it.
 *
 * @param name its path in the backup, without the suffix of sealed files
 * @param size in bytes
 * @param storedSize in bytes, compressed and sealed
 * @param sha256 of the file itself, hexadecimal
 */
public record StoredFile(String name, long size, long storedSize, String sha256) {}
