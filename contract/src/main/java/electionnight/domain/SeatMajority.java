package electionnight.domain;

import java.time.Instant;
import java.util.Comparator;

/**
 * A seat's majority, for ranking.
 *
 * @param seat the seat's code
 * @param name the seat's name
 * @param winner the party that won it
 * @param second the runner-up's party
 * @param majority in votes
 * @param declaredAt when it was declared
 */
public record SeatMajority(
    SeatId seat,
    String name,
    PartyCode winner,
    PartyCode second,
    int majority,
    Instant declaredAt) {

  static final Comparator<SeatMajority> NARROWEST_FIRST =
      Comparator.comparingInt(SeatMajority::majority).thenComparing(SeatMajority::seat);

  static final Comparator<SeatMajority> IN_ORDER_OF_DECLARATION =
      Comparator.comparing(SeatMajority::declaredAt).thenComparing(SeatMajority::seat);
}
