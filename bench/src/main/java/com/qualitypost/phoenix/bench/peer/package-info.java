/** Simpler systems that do the same, by bench/peers. */
@NullMarked
package com.qualitypost.phoenix.bench.peer;

import org.jspecify.annotations.NullMarked;
