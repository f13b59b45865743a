package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Stores values in Avro's single-object encoding, which names its schema without a registry. Also reads what an earlier
 * version stored, and what a later one stored if it has {@linkplain Schemas left its schema}.
 */
final class HistorySerde {
    private static final SchemaStore.Cache KNOWN = new SchemaStore.Cache();

    static {
        addVersions(ShipmentHistory.class);
        addVersions(Scan.class);
    }

    private HistorySerde() {}

    static Serde<ShipmentHistory> serde() {
        return serde(ShipmentHistory.getEncoder(), ShipmentHistory.createDecoder(KNOWN));
    }

    static Serde<Scan> ofPositions() {
        return serde(Scan.getEncoder(), Scan.createDecoder(KNOWN));
    }

    /** The schemas of everything that this version writes. */
    static List<Schema> current() {
        return List.of(ShipmentHistory.getClassSchema(), Scan.getClassSchema());
    }

    /** Makes records that were written with this schema readable. */
    static void learn(Schema schema) {
        KNOWN.addSchema(schema);
    }

    private static <T> Serde<T> serde(BinaryMessageEncoder<T> encoder, BinaryMessageDecoder<T> decoder) {
        return Serdes.serdeFrom((_, value) -> encode(encoder, value), (_, bytes) -> decode(decoder, bytes));
    }

    private static void addVersions(Class<?> type) {
        for (int version = 1; ; version++) {
            String name = "history/%s.v%d.avsc".formatted(type.getSimpleName(), version);
            try (InputStream file = type.getResourceAsStream(name)) {
                if (file == null) {
                    return;
                }
                learn(new Schema.Parser().parse(file));
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
            throw new UncheckedIOException("A value for the state store could not be encoded", e);
        }
    }

    private static <T> @Nullable T decode(BinaryMessageDecoder<T> decoder, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The state store holds a value that this version cannot read; start the version that wrote it", e);
        }
    }
}
