package electionnight.producer.night;

import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Seat;
import java.util.List;

/**
 * A whole past night, ready to be played again.
 *
 * @param election what its seats have in common
 * @param seats every seat contested, by code
 * @param declarations in the order in which they were made: by time, then seat, then revision
 */
public record RecordedNight(Election election, List<Seat> seats, List<Declaration> declarations) {

  public RecordedNight {
    seats = List.copyOf(seats);
    declarations = List.copyOf(declarations);
  }
}
