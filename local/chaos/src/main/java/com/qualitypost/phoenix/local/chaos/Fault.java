package com.qualitypost.phoenix.local.chaos;

import java.time.Duration;
import java.util.Set;

/**
 * Something that is done to a running system.
 *
 * @param parts what it affects: two faults never affect the same part at a time
 * @param what is done, in a few words
 * @param atMost how long it lasts
 * @param heal undoes it; may return before what it starts is well
 */
record Fault(Set<String> parts, String what, Duration atMost, Runnable strike, Runnable heal) {

    @Override
    public String toString() {
        return String.join(" and ", parts) + ": " + what;
    }
}
