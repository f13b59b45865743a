package com.qualitypost.phoenix.query.bulk;

import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;

/**
 * One of the numbers of a call.
 *
 * @param entered as the caller wrote it
 */
record RequestedNumber(String entered, Reading reading) {
    static RequestedNumber of(String entered) {
        return new RequestedNumber(entered, TrackingNumber.read(entered));
    }
}
