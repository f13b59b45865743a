/** Prints what the person at the terminal sees. */
@NullMarked
package com.qualitypost.phoenix.local.screen;

import org.jspecify.annotations.NullMarked;
