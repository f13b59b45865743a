/** Fills the projection anew beside the live one and swaps the two. */
@NullMarked
package com.qualitypost.phoenix.projections.rebuild;

import org.jspecify.annotations.NullMarked;
