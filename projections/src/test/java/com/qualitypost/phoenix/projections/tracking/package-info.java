/** The public answers. */
@NullMarked
package com.qualitypost.phoenix.projections.tracking;

import org.jspecify.annotations.NullMarked;
