/** How to reach the database whose tables the writer fills and operators ask. */
@NullMarked
package com.qualitypost.phoenix.ingest.database;

import org.jspecify.annotations.NullMarked;
