/** Merchants' lists. */
@NullMarked
package com.qualitypost.phoenix.projections.merchant;

import org.jspecify.annotations.NullMarked;
