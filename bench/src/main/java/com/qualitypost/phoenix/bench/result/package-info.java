/** What was measured, what it is compared with, and how both are shown. */
@NullMarked
package com.qualitypost.phoenix.bench.result;

import org.jspecify.annotations.NullMarked;
