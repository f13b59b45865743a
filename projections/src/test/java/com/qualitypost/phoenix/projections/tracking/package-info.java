/** What the public is told. */
@NullMarked
package com.qualitypost.phoenix.projections.tracking;

import org.jspecify.annotations.NullMarked;
