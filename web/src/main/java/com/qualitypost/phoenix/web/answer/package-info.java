/** What all applications add to their answers, and how they refuse requests that Spring never sees. */
@NullMarked
package com.qualitypost.phoenix.web.answer;

import org.jspecify.annotations.NullMarked;
