package electionnight.webhooks;

import electionnight.domain.Alert;
import electionnight.testing.Amended;
import electionnight.testing.Golden;
import electionnight.wire.MessageType;

/** Alerts to deliver, made of the golden example. */
final class Alerts {
  static final Alert EXAMPLE = Golden.value(MessageType.ALERT);

  private Alerts() {}

  static Alert with(String field, String value) {
    return Amended.of(MessageType.ALERT, EXAMPLE, tree -> tree.put(field, value));
  }

  /** A later revision of the example. */
  static Alert revision(int revision, Alert.State state) {
    return Amended.of(
        MessageType.ALERT,
        EXAMPLE,
        tree -> tree.put("revision", revision).put("state", state.name()));
  }
}
