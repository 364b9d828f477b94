package electionnight.domain;

/**
 * The record of the log that brought a change about: the place to look for proof.
 *
 * @param topic the Kafka topic, with its prefix
 * @param partition the partition of it
 * @param offset the offset in the partition
 */
public record Cause(String topic, int partition, long offset) {

  /** The usual short form, {@code topic-partition@offset}. */
  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
