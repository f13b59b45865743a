/** Deliberate faults: a system with everything twice, what is done to it, and what must still be true. */
@NullMarked
package com.qualitypost.phoenix.local.chaos;

import org.jspecify.annotations.NullMarked;
