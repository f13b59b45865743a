/** The map of a parcel's way, drawn as SVG. */
@NullMarked
package com.qualitypost.phoenix.query.page.map;

import org.jspecify.annotations.NullMarked;
