/** What could not be judged, for the person at the terminal. */
@NullMarked
package com.qualitypost.phoenix.local.quarantine;

import org.jspecify.annotations.NullMarked;
