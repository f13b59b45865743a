/** Whether the work moves on. */
@NullMarked
package com.qualitypost.phoenix.projections.health;

import org.jspecify.annotations.NullMarked;
