package electionnight.domain;

import electionnight.domain.Alert.Facts;
import electionnight.domain.Alert.Kind;
import java.time.Instant;
import java.util.Optional;

/**
 * What an alert says, before it has a state and a receipt.
 *
 * @param subject what makes its id one of a kind: a seat's id or a party's code
 * @param corrected why what it tells of was corrected; empty but of a correction
 */
record AlertDraft(
    Kind kind,
    String subject,
    SeatId seat,
    String name,
    Instant at,
    String headline,
    Facts facts,
    Optional<String> corrected) {

  AlertDraft(
      Kind kind,
      String subject,
      SeatId seat,
      String name,
      Instant at,
      String headline,
      Facts facts) {
    this(kind, subject, seat, name, at, headline, facts, Optional.empty());
  }

  String id(Election election) {
    return election.election() + ":" + kind + ":" + subject;
  }

  /** But for the time: a seat's other time of declaration alone is no news. */
  boolean saysTheSameAs(Alert alert) {
    return seat.equals(alert.seat())
        && name.equals(alert.name())
        && headline.equals(alert.headline())
        && facts.equals(alert.facts());
  }
}
