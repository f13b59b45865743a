/** Tells which merchant's program is calling. */
@NullMarked
package com.qualitypost.phoenix.query.merchant;

import org.jspecify.annotations.NullMarked;
