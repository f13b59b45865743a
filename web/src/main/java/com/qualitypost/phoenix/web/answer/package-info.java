/** What all applications put in their answers, and how they refuse what Spring never sees. */
@NullMarked
package com.qualitypost.phoenix.web.answer;

import org.jspecify.annotations.NullMarked;
