package electionnight.replay;

import electionnight.domain.Fold;
import electionnight.domain.Folded;
import electionnight.domain.Heard;
import electionnight.domain.Input;
import electionnight.domain.Night;
import java.util.List;
import java.util.Optional;

/** One night that is folded in memory, from before its election was heard. */
public final class NightInMemory {
  private final NightSeats seats = new NightSeats(List.of());
  private Optional<Night> night = Optional.empty();

  /** What would become of an input now; changes nothing. */
  public Folded judge(Input input, Heard heard) {
    return Fold.fold(night, input, heard, seats);
  }

  /** Folds in an input, and keeps what was accepted of it. */
  public Folded fold(Input input, Heard heard) {
    Folded folded = judge(input, heard);
    if (folded instanceof Folded.Accepted accepted) {
      night = Optional.of(accepted.night());
      accepted.seats().forEach(seats::put);
    }
    return folded;
  }

  /** The night as it stands; empty until its election was heard. */
  public Optional<Night> night() {
    return night;
  }

  /** Its seats as they stand. */
  public NightSeats seats() {
    return seats;
  }
}
