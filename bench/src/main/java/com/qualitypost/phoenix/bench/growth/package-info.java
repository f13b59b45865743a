/** How cost grows. */
@NullMarked
package com.qualitypost.phoenix.bench.growth;

import org.jspecify.annotations.NullMarked;
