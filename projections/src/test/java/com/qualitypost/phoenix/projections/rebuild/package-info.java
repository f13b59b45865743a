/** What the public is told. */
@NullMarked
package com.qualitypost.phoenix.projections.rebuild;

import org.jspecify.annotations.NullMarked;
