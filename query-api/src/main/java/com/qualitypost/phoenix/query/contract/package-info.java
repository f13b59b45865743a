/** What the API promises, for programs that read it. */
@NullMarked
package com.qualitypost.phoenix.query.contract;

import org.jspecify.annotations.NullMarked;
