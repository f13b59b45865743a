/** What every address with a tracking number reads from a request. */
@NullMarked
package com.qualitypost.phoenix.query.http;

import org.jspecify.annotations.NullMarked;
