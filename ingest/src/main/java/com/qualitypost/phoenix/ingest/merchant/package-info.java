/** Merchants and the keys with which their programs ask. */
@NullMarked
package com.qualitypost.phoenix.ingest.merchant;

import org.jspecify.annotations.NullMarked;
