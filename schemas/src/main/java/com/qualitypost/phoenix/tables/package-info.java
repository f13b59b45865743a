/**
 * What the applications' tables have in common: how they are created, what their columns hold, and when their database
 * is away. Users of this package have to bring Flyway.
 */
@NullMarked
package com.qualitypost.phoenix.tables;

import org.jspecify.annotations.NullMarked;
