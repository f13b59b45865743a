/** Yardsticks of answers. */
@NullMarked
package com.qualitypost.phoenix.bench.read;

import org.jspecify.annotations.NullMarked;
