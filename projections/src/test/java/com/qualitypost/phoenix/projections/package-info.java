/** The whole application against real servers. */
@NullMarked
package com.qualitypost.phoenix.projections;

import org.jspecify.annotations.NullMarked;
