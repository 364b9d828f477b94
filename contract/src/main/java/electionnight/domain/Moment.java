package electionnight.domain;

import electionnight.domain.Consequences.Moved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A night at the moment an input is heard.
 *
 * @param night the night as it stands
 * @param seats its seats as they stand
 * @param heard where in the log, and when
 */
record Moment(Night night, Seats seats, Heard heard) {

  Election election() {
    return night.election();
  }

  Querying querying() {
    return new Querying(this);
  }

  /** What follows where the night as a whole changes. */
  Consequences consequences(Night next) {
    return new Consequences(next, heard.cause(), seats);
  }

  /** The next revision of the night, after one seat has changed. */
  Folded settle(Moved moved, String why, Instant at) {
    return settle(moved, why, at, false);
  }

  /**
   * The next revision of the night, after one seat has changed.
   *
   * @param late whether what is issued could have been issued before, had this been known
   */
  Folded settle(Moved moved, String why, Instant at, boolean late) {
    List<Moved> all = new ArrayList<>();
    all.add(moved);
    all.addAll(querying().cleared(moved));
    return consequences(night).of(all, why, at, late);
  }

  Folded unknownSeat(SeatId seat) {
    return Folded.Rejected.of(
        Reason.Code.UNKNOWN_SEAT, "seat", seat.value(), "a seat of " + election().election());
  }
}
