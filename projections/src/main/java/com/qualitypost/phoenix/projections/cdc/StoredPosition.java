package com.qualitypost.phoenix.projections.cdc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.OffsetBackingStore;
import org.apache.kafka.connect.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Tells Debezium where to continue, and stores nothing: the projector writes the position in its transaction.
 * <p>Debezium instantiates it by name, so the position comes as a setting of the engine. That is enough, because an
 * engine asks once, when it starts: it may not restart by itself, and after an error another one is built.
 */
public final class StoredPosition implements OffsetBackingStore {
    static final String POSITION = "phoenix.position";

    private @Nullable ByteBuffer position;

    @Override
    public void configure(WorkerConfig config) {
        Object given = config.originals().get(POSITION);
        position = given == null ? null : ByteBuffer.wrap(given.toString().getBytes(UTF_8));
    }

    /** There is one engine with one partition, so every key means the same position. */
    @Override
    public Future<Map<ByteBuffer, ByteBuffer>> get(Collection<ByteBuffer> keys) {
        var positions = new HashMap<ByteBuffer, ByteBuffer>();
        if (position != null) {
            for (ByteBuffer key : keys) {
                positions.put(key, position.duplicate());
            }
        }
        return CompletableFuture.completedFuture(positions);
    }

    @Override
    public Future<Void> set(Map<ByteBuffer, ByteBuffer> values, @Nullable Callback<Void> callback) {
        if (callback != null) {
            callback.onCompletion(null, null);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Set<Map<String, Object>> connectorPartitions(String connectorName) {
        return Set.of();
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
