package com.qualitypost.phoenix.query.bulk;

import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;

/**
 * One of the numbers of a call.
 *
 * @param entered as the caller wrote it
 */
record Asked(String entered, Reading reading) {
    static Asked of(String entered) {
        return new Asked(entered, TrackingNumber.read(entered));
    }
}
