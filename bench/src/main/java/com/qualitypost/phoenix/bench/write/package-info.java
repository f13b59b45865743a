/** Yardsticks of the way of a scan. */
@NullMarked
package com.qualitypost.phoenix.bench.write;

import org.jspecify.annotations.NullMarked;
