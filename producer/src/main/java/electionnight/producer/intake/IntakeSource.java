package electionnight.producer.intake;

import electionnight.cli.PlainText;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.domain.Input;
import electionnight.domain.SeatId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One who may send, and what.
 *
 * @param id names it in the log, in every record and in metrics
 * @param tokens at least one; each is good, so that the source can go over from one to the next
 * @param kinds what it may send
 * @param elections the nights it may speak of; empty for all
 * @param seats the seats it may speak of; empty for all, and for what is about a whole night
 * @param declaresAs the values of the field {@code source} that its declarations may have; empty
 *     for all
 * @param requestsPerSecond in the long run; 0 for as many as it likes
 * @param burst how many at once
 */
record IntakeSource(
    String id,
    List<BearerToken> tokens,
    Set<Intake> kinds,
    Set<ElectionId> elections,
    Set<SeatId> seats,
    Set<String> declaresAs,
    int requestsPerSecond,
    int burst) {
  private static final int LONGEST_SHOWN = 100;

  IntakeSource {
    tokens = List.copyOf(tokens);
    kinds = Set.copyOf(kinds);
    elections = Set.copyOf(elections);
    seats = Set.copyOf(seats);
    declaresAs = Set.copyOf(declaresAs);
  }

  /** One that may send all it likes. */
  static IntakeSource unlimited(BearerToken token) {
    return new IntakeSource(
        "intake", List.of(token), Set.of(Intake.values()), Set.of(), Set.of(), Set.of(), 0, 1);
  }

  /** Whether one of its tokens is this; looks at all of them. */
  boolean has(BearerToken token) {
    return tokens.stream().filter(token::isSame).count() > 0;
  }

  /** Why it may not send to a path; empty where it may. */
  Optional<String> refusal(Intake kind) {
    return kinds.contains(kind)
        ? Optional.empty()
        : Optional.of("The source '" + id + "' may not send to " + kind.path() + ".");
  }

  /** Why it may not say this; empty where it may. */
  Optional<String> refusal(Input input) {
    return refusalOfPlace(input).or(() -> refusalOfName(input));
  }

  private Optional<String> refusalOfPlace(Input input) {
    if (!elections.isEmpty() && !elections.contains(input.election())) {
      return Optional.of("The source '" + id + "' may not speak of " + input.election() + ".");
    }
    Optional<SeatId> seat = input.oneSeat();
    if (seats.isEmpty() || seat.isPresent() && seats.contains(seat.get())) {
      return Optional.empty();
    }
    return Optional.of(
        "The source '"
            + id
            + "' may not speak of "
            + seat.map(one -> "the seat " + one + " of ").orElse("the whole of ")
            + input.election()
            + ".");
  }

  /** Two names would bear each other out, where the fold waits for a second source. */
  private Optional<String> refusalOfName(Input input) {
    if (declaresAs.isEmpty()
        || !(input instanceof Declaration declaration)
        || declaresAs.contains(declaration.source())) {
      return Optional.empty();
    }
    return Optional.of(
        "The source '"
            + id
            + "' may not declare as '"
            + PlainText.fit(PlainText.of(declaration.source()), LONGEST_SHOWN)
            + "', only as "
            + declaresAs.stream()
                .sorted()
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(" or "))
            + ".");
  }
}
