/**
 * Finds tracking numbers in pasted text. Plain Java without regular expressions, because anybody may paste anything.
 */
@NullMarked
package com.qualitypost.phoenix.query.pasted;

import org.jspecify.annotations.NullMarked;
