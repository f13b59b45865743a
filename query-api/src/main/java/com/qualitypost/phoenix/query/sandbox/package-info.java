/** Test keys and numbers for tests. */
@NullMarked
package com.qualitypost.phoenix.query.sandbox;

import org.jspecify.annotations.NullMarked;
