/** Whether the work moves. */
@NullMarked
package com.qualitypost.phoenix.projections.health;

import org.jspecify.annotations.NullMarked;
