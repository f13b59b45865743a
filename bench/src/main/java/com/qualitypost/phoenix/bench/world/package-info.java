/** The parcels of a measurement, and what must have become of them. */
@NullMarked
package com.qualitypost.phoenix.bench.world;

import org.jspecify.annotations.NullMarked;
