/**
 * How an application's tables are created, and when their database is away. Users of this package have to bring Flyway.
 */
@NullMarked
package com.qualitypost.phoenix.tables;

import org.jspecify.annotations.NullMarked;
