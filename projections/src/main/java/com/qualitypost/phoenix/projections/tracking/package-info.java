/** The public answer to "where is my parcel?", kept per parcel. */
@NullMarked
package com.qualitypost.phoenix.projections.tracking;

import org.jspecify.annotations.NullMarked;
