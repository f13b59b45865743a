package com.qualitypost.phoenix.query.change;

/** What an announcement says about a parcel's answer. */
public sealed interface Change {
    String number();

    /** There is a newer answer, and the writer has it. */
    record Newer(String number, Version version) implements Change {}

    /** Earlier answers may be invalid: there is none any more, or the announcement could not be read. */
    record Unclear(String number) implements Change {}
}
