package com.qualitypost.phoenix.ingest.shipment.stream;

import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * The state store's values in Avro's single-object encoding: they tell their schema without a registry, and what an earlier
 * version has stored is read as well.
 */
final class HistorySerde {

    private HistorySerde() {}

    static Serde<ShipmentHistory> serde() {
        return serde(
                ShipmentHistory.getEncoder(), ShipmentHistory.createDecoder(earlierVersions(ShipmentHistory.class)));
    }

    static Serde<Scan> ofPositions() {
        return serde(Scan.getEncoder(), Scan.createDecoder(earlierVersions(Scan.class)));
    }

    private static <T> Serde<T> serde(BinaryMessageEncoder<T> encoder, BinaryMessageDecoder<T> decoder) {
        return Serdes.serdeFrom((_, value) -> encode(encoder, value), (_, bytes) -> decode(decoder, bytes));
    }

    private static SchemaStore earlierVersions(Class<?> type) {
        SchemaStore.Cache versions = new SchemaStore.Cache();
        for (int version = 1; ; version++) {
            String name = "history/%s.v%d.avsc".formatted(type.getSimpleName(), version);
            try (InputStream file = type.getResourceAsStream(name)) {
                if (file == null) {
                    return versions;
                }
                versions.addSchema(new Schema.Parser().parse(file));
            } catch (IOException e) {
                throw new UncheckedIOException("Reading " + name, e);
            }
        }
    }

    private static <T> byte @Nullable [] encode(BinaryMessageEncoder<T> encoder, @Nullable T value) {
        if (value == null) {
            return null;
        }
        try {
            var buffer = encoder.encode(value);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("What is to be remembered could not be encoded", e);
        }
    }

    private static <T> @Nullable T decode(BinaryMessageDecoder<T> decoder, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The state store holds what this version cannot read", e);
        }
    }
}
