package com.qualitypost.phoenix.local.chaos;

import java.time.Duration;

/**
 * Something that is done to one part of a system while it works.
 *
 * @param part what it strikes: two faults do not strike the same at a time
 * @param what is done, in a few words
 * @param atMost how long it lasts
 * @param heal makes it good again; may return before what it starts is well
 */
record Fault(String part, String what, Duration atMost, Runnable strike, Runnable heal) {

    @Override
    public String toString() {
        return part + ": " + what;
    }
}
