/** What all applications add to their answers. */
@NullMarked
package com.qualitypost.phoenix.web.answer;

import org.jspecify.annotations.NullMarked;
