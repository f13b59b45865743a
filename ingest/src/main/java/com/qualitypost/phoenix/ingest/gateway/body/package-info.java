/** Reads the body of a batch, and says where it cannot be read. */
@NullMarked
package com.qualitypost.phoenix.ingest.gateway.body;

import org.jspecify.annotations.NullMarked;
