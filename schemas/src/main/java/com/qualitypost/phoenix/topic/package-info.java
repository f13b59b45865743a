/** The topics: their names, what is in them, and how long it is kept. */
@NullMarked
package com.qualitypost.phoenix.topic;

import org.jspecify.annotations.NullMarked;
