/** MySQL's binlog files, read as far as it takes to go to a point in time. */
@NullMarked
package com.qualitypost.phoenix.local.backup.binlog;

import org.jspecify.annotations.NullMarked;
