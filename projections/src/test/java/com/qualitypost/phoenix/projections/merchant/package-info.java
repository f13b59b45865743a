/** What the public is told. */
@NullMarked
package com.qualitypost.phoenix.projections.merchant;

import org.jspecify.annotations.NullMarked;
