/** Reads MySQL's binlog files as far as needed to restore to a point in time. */
@NullMarked
package com.qualitypost.phoenix.local.backup.binlog;

import org.jspecify.annotations.NullMarked;
