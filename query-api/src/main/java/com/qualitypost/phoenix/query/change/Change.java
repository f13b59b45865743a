package com.qualitypost.phoenix.query.change;

/** What an announcement says of a parcel's answer. */
public sealed interface Change {
    String number();

    /** There is a newer one, and the writer has it. */
    record Newer(String number, Version version) implements Change {}

    /** What was seen before may be void: there is none any more, or the announcement could not be read. */
    record Unclear(String number) implements Change {}
}
