/** Errors as RFC 9457 problem details. */
@NullMarked
package com.qualitypost.phoenix.ingest.problem;

import org.jspecify.annotations.NullMarked;
