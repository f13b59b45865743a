package com.qualitypost.phoenix.query.change;

import com.qualitypost.phoenix.background.OutageLog;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.ShipmentStatus;
import com.qualitypost.phoenix.schemas.TrackingChange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes announcements; one that cannot be decoded still tells by its key which parcel has changed. */
final class ChangeReader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ChangeReader.class);

    private final Deserializer<TrackingChange> deserializer;
    private final OutageLog outage = new OutageLog(
            log,
            "Announcements cannot be read, the writer is asked for their parcels",
            "Announcements can be read again");

    ChangeReader(RegistrySettings registry) {
        deserializer = registry.deserializer();
    }

    Change read(ConsumerRecord<String, byte[]> announcement) {
        try {
            TrackingChange change = deserializer.deserialize(announcement.topic(), announcement.value());
            outage.works();
            return change.getStatus() == ShipmentStatus.UNKNOWN
                    ? new Change.Unclear(announcement.key())
                    : new Change.Newer(announcement.key(), new Version(change.getGeneration(), change.getRevision()));
        } catch (RuntimeException e) {
            // Whatever made the decoder or the registry's client fail, the parcel has to be looked up again.
            outage.failed(String.valueOf(e.getMessage()));
            return new Change.Unclear(announcement.key());
        }
    }

    @Override
    public void close() {
        deserializer.close();
    }
}
