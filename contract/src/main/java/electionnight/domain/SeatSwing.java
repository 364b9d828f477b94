package electionnight.domain;

import java.time.Instant;
import java.util.Comparator;

/**
 * A seat's swing, for ranking.
 *
 * @param seat the seat's code
 * @param name the seat's name
 * @param winner the party that won it
 * @param swing how large, and between whom
 * @param declaredAt when it was declared
 */
public record SeatSwing(
    SeatId seat, String name, PartyCode winner, Swing swing, Instant declaredAt) {

  static final Comparator<SeatSwing> IN_ORDER_OF_DECLARATION =
      Comparator.comparing(SeatSwing::declaredAt).thenComparing(SeatSwing::seat);

  static final Comparator<SeatSwing> LARGEST_FIRST =
      Comparator.comparingDouble((SeatSwing figure) -> figure.swing().points())
          .reversed()
          .thenComparing(SeatSwing::seat);
}
