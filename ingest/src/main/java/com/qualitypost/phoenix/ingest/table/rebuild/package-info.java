/** Rebuilds the tables from the topics beside the live ones and swaps the two. */
@NullMarked
package com.qualitypost.phoenix.ingest.table.rebuild;

import org.jspecify.annotations.NullMarked;
