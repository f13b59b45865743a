/** Tells clients when their parcel's answer changes. */
@NullMarked
package com.qualitypost.phoenix.query.live;

import org.jspecify.annotations.NullMarked;
