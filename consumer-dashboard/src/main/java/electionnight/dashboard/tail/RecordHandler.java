package electionnight.dashboard.tail;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes what the tail reads; called by its one thread. */
public interface RecordHandler {
  /**
   * One record. It may come again after the connection was lost, in the same order as before.
   *
   * @param live false for a record that was there when the tail started
   */
  void record(ConsumerRecord<byte[], byte[]> record, boolean live);

  /** All records that had arrived together have been handed over. */
  void endOfBurst();
}
