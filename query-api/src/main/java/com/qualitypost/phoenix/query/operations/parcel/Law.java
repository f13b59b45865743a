package com.qualitypost.phoenix.query.operations.parcel;

import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.vocabulary.Kind;

/** Why a fact did what it did: the section of {@code docs/laws.md} that says so; the reason itself is in the catalogue. */
enum Law {
    CORRECTION("What leads where"),
    POSITION("What leads where"),
    MOVED("The fold"),
    NOTED("What leads where"),
    LATE("Order does not matter"),
    FLAGGED("Nothing is dropped"),
    RETIMED("One identity"),
    UNKNOWN("A change of the rules");

    private final String section;

    Law(String section) {
        this.section = section;
    }

    static Law of(String kind, EventOutcome outcome) {
        return switch (outcome) {
            case MOVED -> kind.equals(Kind.CORRECTION.name()) ? CORRECTION : MOVED;
            case NOTED -> kind.equals(Kind.POSITION.name()) ? POSITION : NOTED;
            case LATE -> LATE;
            case FLAGGED -> FLAGGED;
            case RETIMED -> RETIMED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    public String section() {
        return section;
    }

    /** The section's place on the page of the laws. */
    public String anchor() {
        return LawsPage.anchor(section);
    }
}
