/** Announces which public answers have changed. */
@NullMarked
package com.qualitypost.phoenix.projections.change;

import org.jspecify.annotations.NullMarked;
