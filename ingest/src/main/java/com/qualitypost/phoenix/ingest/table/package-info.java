/** The tables on the writer node, filled from the topics exactly once. */
@NullMarked
package com.qualitypost.phoenix.ingest.table;

import org.jspecify.annotations.NullMarked;
