package electionnight.producer.night;

import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Input;
import electionnight.domain.Seat;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole past night, ready to be played again.
 *
 * @param election what its seats have in common
 * @param seats every seat contested, by code
 * @param declarations in the order in which they were made: by time, then seat, then revision
 * @param confirmations of what is queried when the night is played by the standard rules, by time,
 *     then seat
 */
public record RecordedNight(
    Election election,
    List<Seat> seats,
    List<Declaration> declarations,
    List<Confirmation> confirmations) {

  public RecordedNight {
    seats = List.copyOf(seats);
    declarations = List.copyOf(declarations);
    confirmations = List.copyOf(confirmations);
  }

  /** A night in which nothing has to be confirmed. */
  public RecordedNight(Election election, List<Seat> seats, List<Declaration> declarations) {
    this(election, seats, declarations, List.of());
  }

  /**
   * A moment of the night.
   *
   * @param at when it was said
   * @param said what
   */
  public record Moment(Instant at, Input said) {}

  /** All that was said during the night, in order; of one instant, declarations first. */
  public List<Moment> moments() {
    return Stream.concat(
            declarations.stream().map(word -> new Moment(word.declaredAt(), word)),
            confirmations.stream().map(word -> new Moment(word.at(), word)))
        .sorted(Comparator.comparing(Moment::at))
        .toList();
  }
}
