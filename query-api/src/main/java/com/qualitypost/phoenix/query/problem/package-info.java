/** Errors as RFC 9457 problem details. */
@NullMarked
package com.qualitypost.phoenix.query.problem;

import org.jspecify.annotations.NullMarked;
