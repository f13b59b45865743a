/** Reads from {@code tracking-changes} which answers have changed. */
@NullMarked
package com.qualitypost.phoenix.query.change;

import org.jspecify.annotations.NullMarked;
