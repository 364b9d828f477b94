package electionnight.testing;

import electionnight.domain.AlertSwitch;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.QueryRules;
import electionnight.domain.Rules;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A night invented from a seed, with all that is rare in a real one: seats without a baseline or an
 * electorate, baselines that come late or are corrected, the Speaker, several independents in one
 * seat, unopposed winners, ties decided by lot, seats declared in the same minute, rushes that were
 * wrong, recounts, corrections that change who won, withdrawals, one seat's figures in another,
 * holds and releases, alerts that are stopped and resumed.
 *
 * @param seed the same seed gives the same night
 * @param election the night; nothing is queried
 * @param firstKnown its seats as they were known before the first declaration
 * @param seats its seats as they are known in the end
 * @param words all that was said of each seat, in order of the times given, then by revision
 * @param holds seats held and released, in the order in which that was decided
 * @param switches alerts stopped and resumed in turn; resumed in the end
 */
public record GeneratedNight(
    long seed,
    Election election,
    List<Seat> firstKnown,
    List<Seat> seats,
    List<Declaration> words,
    List<Hold> holds,
    List<AlertSwitch> switches) {

  /** A general election or by-elections of 1 to 60 seats. */
  public static GeneratedNight of(long seed) {
    Random random = new Random(seed);
    Contest contest = random.nextInt(4) == 0 ? Contest.BY_ELECTION : Contest.GENERAL_ELECTION;
    return of(seed, contest, 1 + random.nextInt(60));
  }

  /**
   * A night of a given size.
   *
   * @param seats 1 to 650
   */
  public static GeneratedNight of(long seed, Contest contest, int seats) {
    return new NightGenerator(seed, contest).night(seats);
  }

  /** The same night with queries. */
  public GeneratedNight queried() {
    Rules rules = election.rules().orElseThrow();
    return with(
        new Rules(
            rules.alerts(),
            rules.narrowestMajorityUnder(),
            rules.largestSwingFrom(),
            rules.firstSinceYears(),
            Optional.of(QueryRules.STANDARD)));
  }

  /** The same night with other rules. */
  public GeneratedNight with(Rules rules) {
    return new GeneratedNight(
        seed,
        new Election(
            election.election(),
            election.name(),
            election.contest(),
            election.date(),
            election.zone(),
            election.basis(),
            election.previous(),
            election.closeOfPoll(),
            election.seats(),
            election.mode(),
            election.parties(),
            election.recordBook(),
            Optional.of(rules),
            election.attribution()),
        firstKnown,
        seats,
        words,
        holds,
        switches);
  }

  /** The highest revision of each seat of which anything is said. */
  public List<Declaration> lastWords() {
    Map<SeatId, Declaration> last = new TreeMap<>();
    for (Declaration word : words) {
      last.merge(word.seat(), word, (a, b) -> a.revision() > b.revision() ? a : b);
    }
    return List.copyOf(last.values());
  }

  /** What became known of seats only during the night. */
  public List<Seat> amendedSeats() {
    return seats.stream().filter(seat -> !firstKnown.contains(seat)).toList();
  }

  /**
   * All that the night hears once its seats are known, some of it twice. Words come in any order;
   * what is known of a seat, its holds and the switches of alerts keep theirs.
   *
   * @param order the same gives the same order
   */
  public List<Input> story(long order) {
    return shuffled(order, saidAgain(order), amendedSeats(), holds, switches);
  }

  /** The same without stopping the alerts. */
  public List<Input> storyWithoutSwitches(long order) {
    return shuffled(order, saidAgain(order), amendedSeats(), holds);
  }

  private List<Declaration> saidAgain(long order) {
    List<Declaration> again = new ArrayList<>(words);
    again.addAll(words.stream().filter(word -> word.revision() % 2 == order % 2).toList());
    Collections.shuffle(again, new Random(order));
    return again;
  }

  /** One list after another's order, each keeping its own. */
  @SafeVarargs
  public static List<Input> shuffled(long order, List<? extends Input>... lists) {
    List<Deque<Input>> rests = new ArrayList<>();
    List<Integer> turns = new ArrayList<>();
    for (List<? extends Input> list : lists) {
      turns.addAll(Collections.nCopies(list.size(), rests.size()));
      rests.add(new ArrayDeque<>(list));
    }
    Collections.shuffle(turns, new Random(order));
    List<Input> merged = new ArrayList<>();
    turns.forEach(turn -> merged.add(rests.get(turn).removeFirst()));
    return merged;
  }

  /** A list in another order. */
  public static <T> List<T> inAnyOrder(Collection<T> list, long order) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, new Random(order));
    return shuffled;
  }

  @Override
  public String toString() {
    return election.contest().noun() + " of " + seats.size() + " seats from seed " + seed;
  }
}
