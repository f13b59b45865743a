/** What the whole system does for those who use it, as processes: the words that journeys are told in. */
@NullMarked
package com.qualitypost.phoenix.local.journey;

import org.jspecify.annotations.NullMarked;
