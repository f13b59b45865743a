package com.qualitypost.phoenix.ingest.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** Limits RocksDB's memory for all stores of the process together; by default each partition takes up to 98 MB. */
public class BoundedRocksDb implements RocksDBConfigSetter {
    static final String CACHE_BYTES = "phoenix.rocksdb.cache.bytes";

    private static final int MEMTABLE_BYTES = 4 << 20;
    private static @Nullable Memory shared;

    private record Memory(Cache cache, WriteBufferManager memtables) {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Memory memory = shared(Long.parseLong(String.valueOf(configs.get(CACHE_BYTES))));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.memtables());
        options.setWriteBufferSize(MEMTABLE_BYTES);
    }

    private static synchronized Memory shared(long bytes) {
        if (shared == null) {
            Cache cache = new LRUCache(bytes);
            // Memtables count against the cache and may take half of it.
            shared = new Memory(cache, new WriteBufferManager(bytes / 2, cache));
        }
        return shared;
    }

    @Override
    public void close(String storeName, Options options) {
        // The cache belongs to the process, not to the store.
    }
}
