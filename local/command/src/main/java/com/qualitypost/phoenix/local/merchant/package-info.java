/** Creates and revokes the keys of merchants. */
@NullMarked
package com.qualitypost.phoenix.local.merchant;

import org.jspecify.annotations.NullMarked;
