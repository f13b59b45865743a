/** What every yardstick has: the running system, its data, the limits, and the way to repeat. */
@NullMarked
package com.qualitypost.phoenix.bench.stage;

import org.jspecify.annotations.NullMarked;
