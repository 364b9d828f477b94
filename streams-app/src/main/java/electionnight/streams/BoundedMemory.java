package electionnight.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One small cache and write buffer for all state stores of the process: a night is a few megabytes,
 * and RocksDB's defaults would take a hundred for every store of every partition.
 */
public final class BoundedMemory implements RocksDBConfigSetter {
  private static final long CACHE_BYTES = 24L << 20;
  private static final long WRITE_BUFFER_BYTES = 12L << 20;
  private static final long MEMTABLE_BYTES = 2L << 20;

  private static final Cache CACHE = new LRUCache(CACHE_BYTES);
  private static final WriteBufferManager WRITE_BUFFERS =
      new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

  /** Called by Kafka Streams. */
  public BoundedMemory() {}

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setWriteBufferManager(WRITE_BUFFERS);
    options.setWriteBufferSize(MEMTABLE_BYTES);
    options.setMaxWriteBufferNumber(2);
    options.setTableFormatConfig(table);
  }

  @Override
  public void close(String store, Options options) {
    // The cache and the buffers outlive every store: they are the process's.
  }
}
