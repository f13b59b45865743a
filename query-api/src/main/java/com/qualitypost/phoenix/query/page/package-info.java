/** The tracking page: what the API answers, shown to people. */
@NullMarked
package com.qualitypost.phoenix.query.page;

import org.jspecify.annotations.NullMarked;
