/**
 * What all sides know of the tables: how they are created, what their long columns hold, and when their database is
 * away. To run {@link com.qualitypost.phoenix.tables.Migrations} an application has to bring Flyway.
 */
@NullMarked
package com.qualitypost.phoenix.tables;

import org.jspecify.annotations.NullMarked;
