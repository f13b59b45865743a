/** Merchants and the keys that their programs use. */
@NullMarked
package com.qualitypost.phoenix.ingest.merchant;

import org.jspecify.annotations.NullMarked;
