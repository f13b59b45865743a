/** Stored answers, and how they are read: by their numbers, many in one statement. */
@NullMarked
package com.qualitypost.phoenix.query.answer;

import org.jspecify.annotations.NullMarked;
