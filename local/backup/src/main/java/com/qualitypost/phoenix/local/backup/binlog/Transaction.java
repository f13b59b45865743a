package com.qualitypost.phoenix.local.backup.binlog;

import java.time.Instant;

/**
 * The header of a transaction in a binlog.
 *
 * @param source MySQL's {@code server_uuid} of the server that committed it first
 * @param number counted by the source; together they are its GTID
 * @param committedAt by the clock of the server that wrote the binlog
 */
public record Transaction(String source, long number, Instant committedAt) {}
