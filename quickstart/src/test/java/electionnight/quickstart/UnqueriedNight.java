package electionnight.quickstart;

import electionnight.domain.Rules;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.Amended;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import java.util.Optional;

/** A night by whose rules nothing is checked before it is believed. */
final class UnqueriedNight {
  private static final Rules STANDARD = Rules.STANDARD;

  private UnqueriedNight() {}

  static RecordedNight of(RecordedNight night) {
    Rules rules =
        new Rules(
            STANDARD.alerts(),
            STANDARD.narrowestMajorityUnder(),
            STANDARD.largestSwingFrom(),
            STANDARD.firstSinceYears(),
            Optional.empty());
    return new RecordedNight(
        Amended.of(
            MessageType.ELECTION,
            night.election(),
            tree -> tree.set("rules", Json.shared().valueToTree(rules))),
        night.seats(),
        night.declarations());
  }
}
