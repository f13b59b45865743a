/** Errors as RFC 9457 problem details. */
@NullMarked
package com.qualitypost.phoenix.web.problem;

import org.jspecify.annotations.NullMarked;
