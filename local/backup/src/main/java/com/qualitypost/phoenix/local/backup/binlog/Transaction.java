package com.qualitypost.phoenix.local.backup.binlog;

import java.time.Instant;

/**
 * What stands at the beginning of each transaction in a binlog.
 *
 * @param source MySQL's {@code server_uuid} of who committed it first
 * @param number which of the source's it is; together they are its GTID
 * @param committedAt by the clock of the server that wrote the binlog
 */
public record Transaction(String source, long number, Instant committedAt) {}
