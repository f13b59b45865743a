/** Yardsticks of the machine itself, and of starts, rest and restarts. */
@NullMarked
package com.qualitypost.phoenix.bench.life;

import org.jspecify.annotations.NullMarked;
