package com.qualitypost.phoenix.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.schemas.ShipmentHistory;
import com.qualitypost.phoenix.topic.TrustedRecords;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class HistorySerdeTest {
    @Test
    void whatTheFirstVersionHasStoredIsRead() throws Exception {
        TrustedRecords.establish();
        Schema first =
                new Schema.Parser().parse(Files.readString(Path.of("../schemas/history/ShipmentHistory.v1.avsc")));
        ByteBuffer stored = new BinaryMessageEncoder<>(GenericData.get(), first)
                .encode(new GenericRecordBuilder(first)
                        .set("generation", 2)
                        .set("revision", 7L)
                        .set("rules_version", 1)
                        .set("facts", List.of())
                        .build());
        byte[] bytes = new byte[stored.remaining()];
        stored.get(bytes);

        ShipmentHistory read = HistorySerde.serde().deserializer().deserialize("any", bytes);

        assertThat(read.getRevision()).isEqualTo(7);
        assertThat(read.getLastPosition()).isNull();
    }
}
