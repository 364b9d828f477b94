package electionnight.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a seat before its count: reference data, kept apart from declarations so that a
 * declaration says only what was said in the hall.
 *
 * @param election the night it belongs to
 * @param seat its code
 * @param name its official name
 * @param region the region or nation's name it is grouped under; may be empty
 * @param nation England, Northern Ireland, Scotland or Wales; may be empty
 * @param electorate registered electors; 0 where not known
 * @param hex its place on the map; empty where the night has no map
 * @param candidates everyone nominated; empty where the ballot is not known
 * @param baseline the result it is compared with; empty while not known
 * @param sitting the party of the member before; empty where not known
 * @param heldSince the year from which the party that held it at the baseline had held it without a
 *     break; empty where not known
 */
public record Seat(
    ElectionId election,
    SeatId seat,
    String name,
    String region,
    String nation,
    int electorate,
    Optional<Hex> hex,
    List<Candidate> candidates,
    Optional<Baseline> baseline,
    Optional<Sitting> sitting,
    OptionalInt heldSince)
    implements Input {

  public Seat {
    if (electorate < 0) {
      throw new IllegalArgumentException("an electorate is not negative");
    }
    candidates = List.copyOf(candidates);
  }

  /** Whether so many ballot papers are more than could have been cast; never, where unknown. */
  boolean hasFewerElectorsThan(long papers) {
    return electorate > 0 && papers > electorate;
  }

  @Override
  public Optional<SeatId> oneSeat() {
    return Optional.of(seat);
  }
}
