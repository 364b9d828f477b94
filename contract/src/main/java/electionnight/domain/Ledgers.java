package electionnight.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gains and losses on the night's own basis and on {@link Basis#SITTING}, side by side, with every
 * seat in which the two differ.
 *
 * @param own what the night's own basis counts
 * @param sitting what the parties of the members before count
 * @param parties a row per party but the Speaker, in the order of the scoreboard
 * @param speaker the Speaker's row; empty where the Speaker has won and lost nothing
 * @param differences the seats that the two count differently, those whose member's party is known
 *     first, then by seat id; none while no member's party is known
 */
public record Ledgers(
    Ledger own,
    Ledger sitting,
    List<Row> parties,
    Optional<Row> speaker,
    List<Difference> differences) {

  public Ledgers {
    parties = List.copyOf(parties);
    differences = List.copyOf(differences);
  }

  /**
   * What one ledger counts.
   *
   * @param basis against what
   * @param label the same in words: {@code against the general election of 12 December 2019}
   * @param seats decided seats of which that is known
   * @param changed those of them that changed hands
   */
  public record Ledger(Basis basis, String label, int seats, int changed) {}

  /**
   * A party's line in both.
   *
   * @param party the party's code
   * @param seats seats won so far
   * @param own on the night's own basis
   * @param sitting on {@link Basis#SITTING}
   */
  public record Row(PartyCode party, int seats, Change own, Change sitting) {}

  /**
   * Seats won and lost.
   *
   * @param gains seats won from another party
   * @param losses seats lost to another party
   * @param net gains minus losses
   */
  public record Change(int gains, int losses, int net) {}

  /**
   * A seat that the two count differently.
   *
   * @param seat its code
   * @param name its name
   * @param own what became of it on the night's own basis; empty where it has no baseline
   * @param sitting the same on {@link Basis#SITTING}; empty where the member's party is not known
   * @param why why the two differ, one sentence
   */
  public record Difference(
      SeatId seat, String name, Optional<Outcome> own, Optional<Outcome> sitting, String why) {}

  /**
   * The ledgers of a night.
   *
   * @param board its scoreboard
   * @param results the results that the scoreboard counts, in any order
   * @param seats what is known of its seats, by seat id
   */
  public static Ledgers of(
      Election election, Scoreboard board, Collection<Result> results, Map<SeatId, Seat> seats) {
    List<Row> parties = new ArrayList<>();
    Optional<Row> speaker = Optional.empty();
    for (PartyRow party : board.parties()) {
      if (party.party().isSpeaker()) {
        speaker = Optional.of(row(party));
      } else {
        parties.add(row(party));
      }
    }
    int based = (int) results.stream().filter(result -> result.outcome().isPresent()).count();
    return new Ledgers(
        new Ledger(board.basis(), label(election, board.basis()), based, board.changed()),
        new Ledger(
            Basis.SITTING,
            label(election, Basis.SITTING),
            board.sittingKnown(),
            board.sittingChanged()),
        parties,
        speaker,
        board.sittingKnown() == 0
            ? List.of()
            : results.stream()
                .filter(Ledgers::differs)
                .sorted(
                    Comparator.comparing((Result result) -> result.sitting().isEmpty())
                        .thenComparing(Result::seat))
                .map(result -> difference(election, result, seats.get(result.seat())))
                .toList());
  }

  private static Row row(PartyRow party) {
    return new Row(
        party.party(),
        party.seats(),
        new Change(party.gains(), party.losses(), party.net()),
        new Change(party.sittingGains(), party.sittingLosses(), party.sittingNet()));
  }

  private static String label(Election election, Basis basis) {
    return "against "
        + switch (basis) {
          case LAST_GENERAL -> election.previous();
          case NOTIONAL -> election.previous() + ", re-estimated on the new boundaries";
          case SITTING -> "the party of the member at dissolution or vacancy";
        };
  }

  private static boolean differs(Result result) {
    return !lost(result.outcome()).equals(lost(result.sitting()));
  }

  /** Who lost the seat; empty where nobody did, or nobody knows. */
  private static Optional<PartyCode> lost(Optional<Outcome> outcome) {
    return outcome.filter(Outcome::isGain).map(Outcome::from);
  }

  /**
   * @param seat null where nothing is known of it
   */
  private static Difference difference(Election election, Result result, Seat seat) {
    return new Difference(
        result.seat(),
        result.name(),
        result.outcome(),
        result.sitting(),
        why(election, result, seat));
  }

  private static String why(Election election, Result result, Seat seat) {
    if (result.sitting().isEmpty()) {
      return "The party of the member before is not known.";
    }
    String told = Optional.ofNullable(seat).flatMap(Seat::sitting).map(Ledgers::told).orElse("");
    String baseline =
        result
            .outcome()
            .map(
                outcome ->
                    ", by "
                        + Headline.collective(election, outcome.from())
                        + " in "
                        + election.previous())
            .orElse("; who held it before that is not known");
    return "Held by "
        + Headline.collective(election, result.sitting().get().from())
        + " at dissolution or vacancy"
        + told
        + baseline
        + ".";
  }

  private static String told(Sitting sitting) {
    String told =
        Stream.of(sitting.why(), sitting.source())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining("; "));
    return told.isEmpty() ? "" : " (" + told + ")";
  }
}
