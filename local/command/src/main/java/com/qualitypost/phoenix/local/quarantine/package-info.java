/** Shows and replays quarantined records at the terminal. */
@NullMarked
package com.qualitypost.phoenix.local.quarantine;

import org.jspecify.annotations.NullMarked;
