package com.qualitypost.phoenix.ingest.shipment.stream;

import com.qualitypost.phoenix.schemas.ShipmentHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * The state store's values in Avro's single-object encoding: they tell their schema without a registry, and what an earlier
 * version has stored is read as well.
 */
final class HistorySerde {

    private static final BinaryMessageDecoder<ShipmentHistory> DECODER =
            ShipmentHistory.createDecoder(earlierVersions());

    private HistorySerde() {}

    static Serde<ShipmentHistory> serde() {
        return Serdes.serdeFrom((_, history) -> encode(history), (_, bytes) -> decode(bytes));
    }

    private static SchemaStore earlierVersions() {
        SchemaStore.Cache versions = new SchemaStore.Cache();
        for (int version = 1; ; version++) {
            String name = "history/ShipmentHistory.v%d.avsc".formatted(version);
            try (InputStream file = ShipmentHistory.class.getResourceAsStream(name)) {
                if (file == null) {
                    return versions;
                }
                versions.addSchema(new Schema.Parser().parse(file));
            } catch (IOException e) {
                throw new UncheckedIOException("Reading " + name, e);
            }
        }
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
            return DECODER.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The state store holds a history that this version cannot read", e);
        }
    }
}
