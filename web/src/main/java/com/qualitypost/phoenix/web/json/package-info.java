/** How strictly JSON is read. */
@NullMarked
package com.qualitypost.phoenix.web.json;

import org.jspecify.annotations.NullMarked;
