/** Test keys and test numbers. */
@NullMarked
package com.qualitypost.phoenix.query.sandbox;

import org.jspecify.annotations.NullMarked;
