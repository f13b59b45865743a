/** The rows of each table, and the statements that write them. */
@NullMarked
package com.qualitypost.phoenix.ingest.table.row;

import org.jspecify.annotations.NullMarked;
