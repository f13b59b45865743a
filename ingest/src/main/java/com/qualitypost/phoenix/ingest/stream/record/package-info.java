/** Turns facts and states into Avro records and back. */
@NullMarked
package com.qualitypost.phoenix.ingest.stream.record;

import org.jspecify.annotations.NullMarked;
