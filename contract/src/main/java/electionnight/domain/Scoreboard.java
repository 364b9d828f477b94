package electionnight.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The running totals of a night at one revision.
 *
 * @param election the night
 * @param revision how many changes had been accepted
 * @param mode live, replay or test
 * @param basis against what {@code changed}, gains and losses count
 * @param seats seats contested
 * @param declared seats declared with their votes
 * @param rushed seats of which only the winner is known; counted among seats and gains, not votes
 * @param checking the seats with a result that is being checked and not counted, by seat id
 * @param changed seats that changed hands
 * @param sittingKnown decided seats whose member's party before is known
 * @param sittingChanged those of them that another party won, on the basis {@link Basis#SITTING}
 * @param electorate registered electors of the seats declared
 * @param validVotes valid votes of the seats declared
 * @param invalidVotes rejected ballot papers of the seats declared, where told
 * @param turnout valid votes in percent of the electorate, of the seats declared whose electorate
 *     is known; empty where none is
 * @param latest when the latest of the decided seats was declared or rushed
 * @param majorityLine the line, and when it was crossed; empty for by-elections
 * @param parties a row per party, most seats first, then most votes
 * @param flips from party to party, most seats first
 * @param biggestOverturned the biggest majority overturned
 * @param biggestMajoritiesOverturned the ten biggest, biggest first
 * @param narrowestMajorities the ten narrowest, narrowest first
 * @param alertsStopped who stopped the alerts, when and why; empty while they flow
 */
public record Scoreboard(
    ElectionId election,
    long revision,
    Mode mode,
    Basis basis,
    int seats,
    int declared,
    int rushed,
    List<SeatId> checking,
    int changed,
    int sittingKnown,
    int sittingChanged,
    long electorate,
    long validVotes,
    long invalidVotes,
    OptionalDouble turnout,
    Optional<Instant> latest,
    Optional<MajorityLine> majorityLine,
    List<PartyRow> parties,
    List<Flip> flips,
    Optional<Overturned> biggestOverturned,
    List<Overturned> biggestMajoritiesOverturned,
    List<SeatMajority> narrowestMajorities,
    Optional<AlertSwitch> alertsStopped) {

  public Scoreboard {
    checking = List.copyOf(checking);
    parties = List.copyOf(parties);
    flips = List.copyOf(flips);
    biggestMajoritiesOverturned = List.copyOf(biggestMajoritiesOverturned);
    narrowestMajorities = List.copyOf(narrowestMajorities);
  }
}
