/** Makes load and takes times. */
@NullMarked
package com.qualitypost.phoenix.bench.load;

import org.jspecify.annotations.NullMarked;
