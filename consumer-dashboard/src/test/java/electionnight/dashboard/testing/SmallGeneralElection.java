package electionnight.dashboard.testing;

import electionnight.domain.Contest;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.PartyCode;
import electionnight.domain.Seat;
import electionnight.domain.Sitting;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.util.Optional;

/**
 * A general election in which the Conservatives hold a seat that the Liberal Democrats had won from
 * them at a by-election, as the fold publishes it.
 */
public final class SmallGeneralElection {
  private final Election election = SmallNight.election(Contest.GENERAL_ELECTION, 3);
  private final Seat seat = withMember(SmallNight.seat("A", "Con 100, LD 90"));
  private final FoldedNight folded = new FoldedNight();

  /** Folds the night in memory. */
  public SmallGeneralElection() {
    folded.apply(election);
    folded.apply(seat);
    folded.apply(SmallNight.declaration("A", 1, "Con 100, LD 90"));
  }

  public ElectionId id() {
    return election.election();
  }

  public void publishTo(FakeLog log) {
    log.open(election, seat).update(folded.updates().toArray(Update[]::new));
  }

  private static Seat withMember(Seat seat) {
    return new Seat(
        seat.election(),
        seat.seat(),
        seat.name(),
        seat.region(),
        seat.nation(),
        seat.electorate(),
        seat.hex(),
        seat.candidates(),
        seat.baseline(),
        Optional.of(new Sitting(new PartyCode("LD"), "won the by-election", "a test")),
        seat.heldSince());
  }
}
