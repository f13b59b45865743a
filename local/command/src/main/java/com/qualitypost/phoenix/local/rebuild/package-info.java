/** Filling the read side anew. */
@NullMarked
package com.qualitypost.phoenix.local.rebuild;

import org.jspecify.annotations.NullMarked;
