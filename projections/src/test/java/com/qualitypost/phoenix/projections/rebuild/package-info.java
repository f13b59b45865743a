/** Rebuilding and repairing answers and lists. */
@NullMarked
package com.qualitypost.phoenix.projections.rebuild;

import org.jspecify.annotations.NullMarked;
