/** Bugs that are planted into an application on purpose, to see whether the fault tests find them. */
@NullMarked
package com.qualitypost.phoenix.local.planted;

import org.jspecify.annotations.NullMarked;
