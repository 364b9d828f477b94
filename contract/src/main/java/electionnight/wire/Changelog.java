package electionnight.wire;

import electionnight.wire.TopicShape.Cleanup;

/** The topics in which the fold keeps its state stores; nobody else reads or writes them. */
public enum Changelog {
  ELECTIONS("elections"),
  NIGHTS("nights"),
  SEATS("seats");

  private final String store;

  Changelog(String store) {
    this.store = store;
  }

  /** The name of the state store. */
  public String store() {
    return store;
  }

  /** The topic's name on the cluster, as Kafka Streams makes it. */
  public String name(KafkaSettings settings) {
    return settings.applicationId() + "-" + store + "-changelog";
  }

  /** The topic as it has to be on a cluster. */
  public TopicShape shape(KafkaSettings settings) {
    return new TopicShape(name(settings), Cleanup.LATEST, true);
  }
}
