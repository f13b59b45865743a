/** The application that keeps the read side up to date. */
@NullMarked
package com.qualitypost.phoenix.projections;

import org.jspecify.annotations.NullMarked;
