/** What the API promises to programs. */
@NullMarked
package com.qualitypost.phoenix.query.contract;

import org.jspecify.annotations.NullMarked;
