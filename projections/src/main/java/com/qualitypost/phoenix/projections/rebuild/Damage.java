package com.qualitypost.phoenix.projections.rebuild;

/** How an answer can differ from the shipment that it is made from. */
enum Damage {
    MISSING,
    CHANGED,
    /** There is no such shipment. */
    SURPLUS
}
