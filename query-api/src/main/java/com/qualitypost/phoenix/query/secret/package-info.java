/** Secrets that are handed out once and kept as hashes. */
@NullMarked
package com.qualitypost.phoenix.query.secret;

import org.jspecify.annotations.NullMarked;
