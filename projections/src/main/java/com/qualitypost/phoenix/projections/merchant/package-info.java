/** Keeps what a merchant's list shows of each parcel. */
@NullMarked
package com.qualitypost.phoenix.projections.merchant;

import org.jspecify.annotations.NullMarked;
