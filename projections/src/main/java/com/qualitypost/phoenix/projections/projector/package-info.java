/** Writes each batch in one transaction: who may write, what was read, what came of it. */
@NullMarked
package com.qualitypost.phoenix.projections.projector;

import org.jspecify.annotations.NullMarked;
