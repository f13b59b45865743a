/** Ingest: from a courier's scan to the tables. */
@NullMarked
package com.qualitypost.phoenix.ingest;

import org.jspecify.annotations.NullMarked;
