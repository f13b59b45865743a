/** Threads that an application runs in the background. */
@NullMarked
package com.qualitypost.phoenix.background;

import org.jspecify.annotations.NullMarked;
