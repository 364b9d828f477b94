package electionnight.producer.intake;

import electionnight.domain.Input;
import electionnight.wire.MessageType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What may be posted to the intake, each kind to a path of its own. */
enum Intake {
  DECLARATIONS("/declarations", MessageType.DECLARATION, "a declaration"),
  CONFIRMATIONS("/confirmations", MessageType.CONFIRMATION, "a confirmation"),
  HOLDS("/holds", MessageType.HOLD, "a hold"),
  ALERT_SWITCHES("/alert-switches", MessageType.ALERT_SWITCH, "an alert switch");

  private final String path;
  private final MessageType<? extends Input> type;
  private final String words;

  Intake(String path, MessageType<? extends Input> type, String words) {
    this.path = path;
    this.type = type;
    this.words = words;
  }

  String path() {
    return path;
  }

  MessageType<? extends Input> type() {
    return type;
  }

  /** The kind of message with its article, as it reads in a sentence. */
  String words() {
    return words;
  }

  /** Where a body that could not be read came in, for people. */
  String origin() {
    return "POST " + path;
  }

  /** What it is called in a sources file. */
  private String kind() {
    return path.substring(1);
  }

  /**
   * The kind of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Intake named(String kind) {
    return Arrays.stream(values())
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of message"));
  }

  static String names() {
    return Arrays.stream(values()).map(Intake::kind).collect(Collectors.joining(", "));
  }

  static String paths() {
    return Arrays.stream(values()).map(Intake::path).collect(Collectors.joining(", "));
  }
}
