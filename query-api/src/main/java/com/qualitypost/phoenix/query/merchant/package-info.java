/** Whose program asks. */
@NullMarked
package com.qualitypost.phoenix.query.merchant;

import org.jspecify.annotations.NullMarked;
