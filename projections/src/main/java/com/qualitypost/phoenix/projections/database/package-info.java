/** How to reach the writer database, and how our tables are created. */
@NullMarked
package com.qualitypost.phoenix.projections.database;

import org.jspecify.annotations.NullMarked;
