package electionnight.producer.importer;

import electionnight.domain.Cause;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Heard;
import electionnight.domain.Input;
import electionnight.domain.Queried;
import electionnight.domain.Seat;
import electionnight.domain.SeatState;
import electionnight.replay.NightInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Published results are true, however odd some look: what the standard rules query of them while
 * they are played is confirmed, as a desk would do it, from the publication.
 */
final class Confirmations {
  /** How long a desk takes; no record of the night has it. */
  private static final Duration TO_CHECK = Duration.ofMinutes(10);

  private final NightInMemory night = new NightInMemory();
  private final List<Confirmation> all = new ArrayList<>();
  private final Queue<Confirmation> due = new ArrayDeque<>();
  private final String by;

  private Confirmations(String by) {
    this.by = by;
  }

  /**
   * Those that a night needs to end with every result counted.
   *
   * @param declarations in order of time
   * @param by who published the results
   */
  static List<Confirmation> of(
      Election election, List<Seat> seats, List<Declaration> declarations, String by) {
    Confirmations confirmations = new Confirmations(by);
    confirmations.fold(election, Instant.EPOCH);
    seats.forEach(seat -> confirmations.fold(seat, Instant.EPOCH));
    declarations.forEach(confirmations::declared);
    return confirmations.all;
  }

  private void declared(Declaration declaration) {
    while (!due.isEmpty() && due.peek().at().isBefore(declaration.declaredAt())) {
      Confirmation confirmation = due.remove();
      fold(confirmation, confirmation.at());
    }
    fold(declaration, declaration.declaredAt());
    Optional<Queried> queried = night.seats().seat(declaration.seat()).flatMap(SeatState::queried);
    if (queried.filter(doubt -> doubt.word().declaration().equals(declaration)).isPresent()) {
      Confirmation confirmation =
          new Confirmation(
              declaration.election(),
              declaration.seat(),
              declaration.revision(),
              by,
              Optional.of("the figures are those published after the night"),
              declaration.declaredAt().plus(TO_CHECK));
      all.add(confirmation);
      due.add(confirmation);
    }
  }

  private void fold(Input input, Instant at) {
    night.fold(input, new Heard(new Cause("", 0, 0, ""), at));
  }
}
