/** How the writer database is reached, and how our tables come about. */
@NullMarked
package com.qualitypost.phoenix.projections.database;

import org.jspecify.annotations.NullMarked;
