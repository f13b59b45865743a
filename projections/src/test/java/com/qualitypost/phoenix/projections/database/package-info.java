/** The tables, on real MySQL. */
@NullMarked
package com.qualitypost.phoenix.projections.database;

import org.jspecify.annotations.NullMarked;
