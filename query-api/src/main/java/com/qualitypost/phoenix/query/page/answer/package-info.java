/** The public answer, as pages read it. */
@NullMarked
package com.qualitypost.phoenix.query.page.answer;

import org.jspecify.annotations.NullMarked;
