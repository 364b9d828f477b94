package electionnight.domain;

/**
 * A record of the log: the place to look for proof.
 *
 * @param topic the Kafka topic, with its prefix
 * @param partition the partition of it
 * @param offset the offset in the partition
 * @param sha256 the hash of the record's value, in lower-case hexadecimal
 */
public record Cause(String topic, int partition, long offset, String sha256) {

  /** The usual short form, {@code topic-partition@offset}. */
  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
