package electionnight.quickstart;

import electionnight.producer.night.RecordedNight;
import electionnight.testing.Amended;
import electionnight.wire.MessageType;

/** One night played under several ids on one cluster. */
final class RenamedNight {
  private RenamedNight() {}

  /** The same night under another id, so that tests do not meet each other. */
  static RecordedNight as(String id, RecordedNight night) {
    return new RecordedNight(
        renamed(MessageType.ELECTION, night.election(), id),
        night.seats().stream().map(seat -> renamed(MessageType.SEAT, seat, id)).toList(),
        night.declarations().stream()
            .map(word -> renamed(MessageType.DECLARATION, word, id))
            .toList(),
        night.confirmations().stream()
            .map(word -> renamed(MessageType.CONFIRMATION, word, id))
            .toList());
  }

  private static <T> T renamed(MessageType<T> type, T value, String id) {
    return Amended.of(type, value, tree -> tree.put("election", id));
  }
}
