@NullMarked
package com.qualitypost.phoenix.bench.load;

import org.jspecify.annotations.NullMarked;
