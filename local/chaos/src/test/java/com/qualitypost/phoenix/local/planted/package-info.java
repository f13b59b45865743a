/** Bugs that are deliberately planted into an application, to see whether the fault tests find them. */
@NullMarked
package com.qualitypost.phoenix.local.planted;

import org.jspecify.annotations.NullMarked;
