package electionnight.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A night of which only the queries are asked: each word is heard the moment it is said, and
 * whatever is believed counts at once.
 */
public final class QueriedReplay {
  private final QueryRules rules;
  private final Election election;
  private final Map<SeatId, SeatState> seats = new TreeMap<>();
  private Evidence evidence = Evidence.none();

  /** Before the first declaration. */
  public QueriedReplay(QueryRules rules, Election election, List<Seat> seats) {
    this.rules = rules;
    this.election = election;
    seats.forEach(seat -> this.seats.put(seat.seat(), SeatState.known(seat, cause())));
  }

  private static Cause cause() {
    return new Cause("declarations", 0, 0, "");
  }

  /** The seat that a word speaks of. */
  public Seat seat(Declaration declaration) {
    return seats.get(declaration.seat()).seat();
  }

  /** What would be asked of a word that came now; it is not believed. */
  public List<Query> ask(Declaration declaration) {
    SeatState state = seats.get(declaration.seat());
    return Queries.of(
        rules,
        election,
        state.seat(),
        declaration,
        state.word().map(Word::declaration),
        new Heard(cause(), declaration.declaredAt()),
        evidence);
  }

  /** Counts a word, whatever is asked of it. */
  public void believe(Declaration declaration) {
    SeatState before = seats.get(declaration.seat());
    SeatState after =
        new SeatState(
            before.seat(),
            before.reference(),
            Optional.of(new Word(declaration, cause())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    seats.put(declaration.seat(), after);
    evidence = evidence.with(after);
  }

  /** What the seats believed so far suggest. */
  public Evidence evidence() {
    return evidence;
  }

  /** The seats as they stand. */
  public List<SeatState> seats() {
    return new ArrayList<>(seats.values());
  }
}
