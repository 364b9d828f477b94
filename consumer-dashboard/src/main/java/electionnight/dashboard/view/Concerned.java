package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.Alert.Facts;
import electionnight.domain.Outcome;
import electionnight.domain.PartyCode;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Swing;
import electionnight.domain.Update;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an alert has been about in any of its revisions: whoever was told of one of them is told of
 * the next, also where that has come to speak of another seat or another party.
 *
 * @param seats every seat it spoke of
 * @param parties every party it named, and those that won or lost its seat in an update with it, or
 *     no longer did
 */
public record Concerned(Set<SeatId> seats, Set<PartyCode> parties) {
  public Concerned {
    seats = Set.copyOf(seats);
    parties = Set.copyOf(parties);
  }

  /**
   * Once an update has changed an alert.
   *
   * @param before what the alert was about until then; empty where it is new
   * @param replaced the reports before the update of the seats that it speaks of
   */
  static Concerned by(
      Update update, Alert alert, Optional<Concerned> before, Map<SeatId, SeatReport> replaced) {
    Set<SeatId> seats = new HashSet<>(Set.of(alert.seat()));
    Set<PartyCode> parties = new HashSet<>();
    Stream.concat(Stream.of(alert.facts()), alert.was().stream())
        .flatMap(Concerned::named)
        .forEach(parties::add);
    Stream.concat(update.seats().stream(), replaced.values().stream())
        .filter(report -> report.seat().equals(alert.seat()))
        .flatMap(Concerned::wonOrLost)
        .forEach(parties::add);
    before.ifPresent(
        known -> {
          seats.addAll(known.seats());
          parties.addAll(known.parties());
        });
    return new Concerned(seats, parties);
  }

  /** Who won a seat, and who lost it. */
  static Stream<PartyCode> wonOrLost(SeatReport report) {
    return report.result().stream()
        .flatMap(
            result ->
                Stream.concat(
                    Stream.of(result.party()),
                    Stream.of(result.outcome(), result.sitting())
                        .flatMap(Optional::stream)
                        .map(Outcome::from)));
  }

  private static Stream<PartyCode> named(Facts facts) {
    return Stream.of(
            facts.party(),
            facts.from(),
            facts.swing().map(Swing::from),
            facts.swing().map(Swing::to))
        .flatMap(Optional::stream);
  }
}
