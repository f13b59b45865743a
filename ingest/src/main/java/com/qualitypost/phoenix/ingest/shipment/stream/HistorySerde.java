package com.qualitypost.phoenix.ingest.shipment.stream;

import com.qualitypost.phoenix.schemas.ShipmentHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** The state store's values in Avro's single-object encoding: they tell their schema without a registry. */
final class HistorySerde {

    private HistorySerde() {}

    static Serde<ShipmentHistory> serde() {
        return Serdes.serdeFrom((_, history) -> encode(history), (_, bytes) -> decode(bytes));
    }

    private static byte @Nullable [] encode(@Nullable ShipmentHistory history) {
        if (history == null) {
            return null;
        }
        try {
            var buffer = ShipmentHistory.getEncoder().encode(history);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("A shipment's history could not be encoded", e);
        }
    }

    private static @Nullable ShipmentHistory decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return ShipmentHistory.getDecoder().decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The state store holds a history that this version cannot read", e);
        }
    }
}
