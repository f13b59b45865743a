/** What this machine can do at most: the same work without everything that we add. */
@NullMarked
package com.qualitypost.phoenix.bench.limit;

import org.jspecify.annotations.NullMarked;
