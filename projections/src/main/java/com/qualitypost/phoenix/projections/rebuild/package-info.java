/** Rebuilds answers and lists from the tables in place: all of them when asked, or slowly and for ever. */
@NullMarked
package com.qualitypost.phoenix.projections.rebuild;

import org.jspecify.annotations.NullMarked;
