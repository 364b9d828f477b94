package electionnight.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A majority overturned: that of the party that held the seat at the baseline, when another party
 * wins it. A seat that passes to or from the Speaker is none.
 *
 * @param seat the seat's code
 * @param name the seat's name
 * @param from the party that held it
 * @param to the party that won it
 * @param overturned the old majority, in votes
 * @param majority the new majority, in votes; empty while the votes are not known
 * @param basis whether the old majority was actual or notional
 * @param declaredAt when it was declared
 * @param record its place in the record book, in which the records set tonight are entered; empty
 *     where the book does not support one
 */
public record Overturned(
    SeatId seat,
    String name,
    PartyCode from,
    PartyCode to,
    int overturned,
    OptionalInt majority,
    Basis basis,
    Instant declaredAt,
    Optional<RecordRank> record) {

  static final Comparator<Overturned> BIGGEST_FIRST =
      Comparator.comparingInt(Overturned::overturned).reversed().thenComparing(Overturned::seat);

  static final Comparator<Overturned> IN_ORDER_OF_DECLARATION =
      Comparator.comparing(Overturned::declaredAt).thenComparing(Overturned::seat);

  Overturned with(Optional<RecordRank> rank) {
    return new Overturned(seat, name, from, to, overturned, majority, basis, declaredAt, rank);
  }
}
