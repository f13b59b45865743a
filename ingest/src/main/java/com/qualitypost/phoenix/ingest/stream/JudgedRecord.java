package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import org.apache.avro.specific.SpecificRecord;

/** What the judge sends out: each kind has a topic of its own. */
sealed interface JudgedRecord {

    SpecificRecord record();

    /** What a fact did to its parcel. */
    record Event(ShipmentEvent record) implements JudgedRecord {}

    /** A parcel as its facts say. */
    record State(ShipmentState record) implements JudgedRecord {}

    /** A scan that tells nothing new. */
    record Repetition(Scan record) implements JudgedRecord {}

    /** A scan that it cannot judge, or that the rules refuse. */
    record Quarantined(QuarantinedScan record) implements JudgedRecord {}
}
