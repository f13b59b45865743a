@NullMarked
package com.qualitypost.phoenix.bench.result;

import org.jspecify.annotations.NullMarked;
