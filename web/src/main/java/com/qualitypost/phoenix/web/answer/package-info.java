/** What all applications put in their answers. */
@NullMarked
package com.qualitypost.phoenix.web.answer;

import org.jspecify.annotations.NullMarked;
