/** What the whole system does for its users, as processes, and the vocabulary in which journeys are written. */
@NullMarked
package com.qualitypost.phoenix.local.journey;

import org.jspecify.annotations.NullMarked;
