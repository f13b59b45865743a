/** Threads that an application runs beside what it is asked. */
@NullMarked
package com.qualitypost.phoenix.background;

import org.jspecify.annotations.NullMarked;
