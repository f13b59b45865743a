@NullMarked
package com.qualitypost.phoenix.bench.world;

import org.jspecify.annotations.NullMarked;
