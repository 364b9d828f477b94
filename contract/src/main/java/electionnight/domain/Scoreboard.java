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
 * @param seats seats contested
 * @param declared seats declared
 * @param changed seats that changed hands
 * @param electorate registered electors of the seats declared
 * @param validVotes valid votes of the seats declared
 * @param invalidVotes rejected ballot papers of the seats declared, where told
 * @param turnout valid votes in percent of the electorate; empty where it is not known
 * @param latest when the latest of the declared seats was declared
 * @param majorityLine the line, and when it was crossed; empty for by-elections
 * @param parties a row per party, most seats first, then most votes
 * @param flips from party to party, most seats first
 * @param biggestOverturned the biggest majority overturned
 * @param biggestMajoritiesOverturned the ten biggest, biggest first
 * @param narrowestMajorities the ten narrowest, narrowest first
 */
public record Scoreboard(
    ElectionId election,
    long revision,
    Mode mode,
    int seats,
    int declared,
    int changed,
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
    List<SeatMajority> narrowestMajorities) {

  public Scoreboard {
    parties = List.copyOf(parties);
    flips = List.copyOf(flips);
    biggestMajoritiesOverturned = List.copyOf(biggestMajoritiesOverturned);
    narrowestMajorities = List.copyOf(narrowestMajorities);
  }
}
