/** Answers customers' lookups from the read side. */
@NullMarked
package com.qualitypost.phoenix.query;

import org.jspecify.annotations.NullMarked;
