package com.qualitypost.phoenix.ingest.stream;

import static com.qualitypost.phoenix.ingest.ScanExamples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As many of the most recently scanned parcels are kept as fit. */
class ParcelStoreTest {
    private static final Rules RULES = new Rules(1, 1_000, new Holidays());

    private final KeyValueStore<String, ShipmentHistory> histories = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(ScanJudge.STORE), Serdes.String(), HistorySerde.serde())
            .withLoggingDisabled()
            .build();
    private final ParcelStore parcels = new ParcelStore(histories, RULES, 1);
    private final Map<String, ParcelMemory> put = new HashMap<>();

    @BeforeEach
    void open() {
        histories.init(new MockProcessorContext<>().getStateStoreContext(), histories);
    }

    @Test
    void smallOnesAreKeptInNumber() {
        putEachOf(20, 100);

        assertThat(kept(20)).isEqualTo(16);
    }

    @Test
    void largeOnesAreKeptInBytes() {
        putEachOf(16, 200 << 10);

        assertThat(kept(16)).isEqualTo(5);
    }

    @Test
    void aParcelThatGrowsTakesThePlaceOfOthers() {
        putEachOf(4, 200 << 10);
        put(3, 700 << 10);

        assertThat(kept(4)).isEqualTo(2);
    }

    @Test
    void theLastOneIsKeptHoweverLargeItIs() {
        putEachOf(2, 3 << 20);

        assertThat(kept(2)).isEqualTo(1);
    }

    private void putEachOf(int many, int bytes) {
        IntStream.range(0, many).forEach(which -> put(which, bytes));
    }

    private void put(int which, int bytes) {
        Scan fact = Scan.newBuilder(scan(number(which), Kind.ARRIVED, "09:00"))
                .setReason("x".repeat(bytes))
                .build();
        ParcelMemory parcel = ParcelMemory.of(new ShipmentHistory(1, 1L, 1, List.of(fact), null), RULES);
        parcels.put(number(which), parcel);
        put.put(number(which), parcel);
    }

    /**
     * How many are found as they were put, without being read and folded again; the last ones first, before any is
     * read.
     */
    private long kept(int many) {
        return IntStream.range(0, many)
                .map(i -> many - 1 - i)
                .mapToObj(ParcelStoreTest::number)
                .filter(number -> parcels.find(number).orElseThrow() == put.get(number))
                .count();
    }

    private static String number(int which) {
        return "N%07d".formatted(which);
    }
}
