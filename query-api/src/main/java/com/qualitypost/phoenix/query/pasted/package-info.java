/** Finds tracking numbers in what people paste. Plain Java, and no regular expressions: anybody may paste anything. */
@NullMarked
package com.qualitypost.phoenix.query.pasted;

import org.jspecify.annotations.NullMarked;
