package electionnight.dashboard.view;

import electionnight.domain.Scoreboard;
import electionnight.domain.SeatId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the updates up to one revision say of a night.
 *
 * @param revision the last of them; 0 for none
 * @param changed when it was published, later than any before it
 * @param clock the latest time of declaration told so far, which never falls; empty before the
 *     first
 * @param scoreboard the totals; empty at revision 0
 * @param counts each seat whose count has begun, in the order of their codes
 * @param alerts each alert as it stood, the one that changed last first
 */
record Standing(
    long revision,
    Instant changed,
    Optional<Instant> clock,
    Optional<Scoreboard> scoreboard,
    Map<SeatId, SeatView> counts,
    List<AlertView> alerts) {

  static final Standing NONE =
      new Standing(0, Instant.EPOCH, Optional.empty(), Optional.empty(), Map.of(), List.of());
}
