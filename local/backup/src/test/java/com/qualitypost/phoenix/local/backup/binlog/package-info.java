@NullMarked
package com.qualitypost.phoenix.local.backup.binlog;

import org.jspecify.annotations.NullMarked;
