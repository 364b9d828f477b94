package electionnight.wire;

import electionnight.wire.TopicShape.Cleanup;

/** The topics of a night. Keys are the election's id, but for {@link #RESULTS}. */
public enum Topic {
  /** In: the election and its seats, {@link MessageType#ELECTION} and {@link MessageType#SEAT}. */
  SEATS("seats", Cleanup.KEEP),
  /**
   * In: {@link MessageType#DECLARATION}, and what people decide of them: {@link
   * MessageType#CONFIRMATION}, {@link MessageType#HOLD}, {@link MessageType#ALERT_SWITCH}.
   */
  DECLARATIONS("declarations", Cleanup.KEEP),
  /** Out: one {@link MessageType#UPDATE} for each accepted change. */
  UPDATES("updates", Cleanup.KEEP),
  /** Out: the latest {@link MessageType#RESULT} of each seat, keyed by {@code election/seat}. */
  RESULTS("results", Cleanup.LATEST),
  /** Out: the latest {@link MessageType#SCOREBOARD} of each night. */
  SCOREBOARD("scoreboard", Cleanup.LATEST),
  /** Out: every {@link MessageType#ALERT}, each time it changes. */
  ALERTS("alerts", Cleanup.KEEP),
  /** Out: every {@link MessageType#REJECTED} input, with its original bytes. */
  REJECTED("rejected", Cleanup.KEEP);

  private final String plainName;
  private final Cleanup cleanup;

  Topic(String plainName, Cleanup cleanup) {
    this.plainName = plainName;
    this.cleanup = cleanup;
  }

  /** The topic's name on the cluster: the prefix, then its plain name. */
  public String name(String prefix) {
    return prefix + plainName;
  }

  /** The topic as it has to be on a cluster. */
  public TopicShape shape(KafkaSettings settings) {
    return new TopicShape(settings.topic(this), cleanup, this == SEATS || this == DECLARATIONS);
  }
}
