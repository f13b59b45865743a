/** Rebuilds the read side. */
@NullMarked
package com.qualitypost.phoenix.local.rebuild;

import org.jspecify.annotations.NullMarked;
