/** Reads the writer's binlog with Debezium; the only package that knows Debezium. */
@NullMarked
package com.qualitypost.phoenix.projections.cdc;

import org.jspecify.annotations.NullMarked;
