package electionnight.domain;

import electionnight.domain.Consequences.Moved;
import electionnight.domain.Query.Code;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is asked of the words of a night, and asked anew when something else has changed. */
final class Querying {
  private final Night night;
  private final Seats seats;
  private final Heard heard;

  Querying(Moment moment) {
    this.night = moment.night();
    this.seats = moment.seats();
    this.heard = moment.heard();
  }

  /** The queries that a new word raises; none where nothing is to be queried. */
  List<Query> queries(SeatState state, Declaration declaration) {
    Optional<QueryRules> rules = night.rules().queries();
    if (rules.isEmpty() || !declaration.status().hasResult()) {
      return List.of();
    }
    return Queries.of(
        rules.get(),
        night.election(),
        state.seat(),
        declaration,
        state.word().map(Word::declaration),
        heard,
        seats.evidence());
  }

  /** A seat of which something else has changed than the word that is being checked. */
  SeatState queriedAnew(SeatState state) {
    return state
        .queried()
        .map(doubt -> withQueries(state, doubt, queriesAnew(state, doubt)))
        .orElse(state);
  }

  /** When a word was heard is not remembered, so what was asked of its time stays asked. */
  private List<Query> queriesAnew(SeatState state, Queried doubt) {
    return night
        .rules()
        .queries()
        .map(
            rules ->
                Stream.concat(
                        doubt.queries().stream().filter(query -> query.code().isOfTime()),
                        Queries.ofFigures(
                            rules,
                            night.election(),
                            state.seat(),
                            doubt.word().declaration(),
                            state.word().map(Word::declaration),
                            seats.evidence())
                            .stream())
                    .toList())
        .orElse(List.of());
  }

  /**
   * What was only queried because it had the figures of the seat that changed, and no longer has;
   * or of one that was cleared by that, and so no longer has the figures it had before.
   */
  List<Moved> cleared(Moved moved) {
    if (night.checking().isEmpty()) {
      return List.of();
    }
    SeatId first = moved.after().seat().seat();
    SortedMap<SeatId, SeatState> cleared = new TreeMap<>();
    Evidence evidence = seats.evidence().with(moved.after());
    Deque<SeatId> changed = new ArrayDeque<>(List.of(first));
    while (!changed.isEmpty()) {
      SeatId other = changed.remove();
      for (SeatId id : night.checking()) {
        SeatState before = cleared.getOrDefault(id, seats.seat(id).orElseThrow());
        Optional<Queried> doubt =
            before.queried().filter(queried -> !id.equals(first) && names(queried, other));
        if (doubt.isPresent()) {
          SeatState after = comparedAnew(before, doubt.get(), evidence);
          if (!after.equals(before)) {
            cleared.put(id, after);
            evidence = evidence.with(after);
            changed.add(id);
          }
        }
      }
    }
    return cleared.values().stream()
        .map(after -> new Moved(seats.seat(after.seat().seat()).orElseThrow(), after))
        .toList();
  }

  private static boolean names(Queried queried, SeatId seat) {
    return queried.queries().stream()
        .anyMatch(query -> query.code() == Code.SAME_FIGURES && query.seats().contains(seat));
  }

  private static SeatState comparedAnew(SeatState state, Queried doubt, Evidence evidence) {
    List<Query> queries =
        Stream.concat(
                Queries.sameFigures(state.seat(), doubt.word().declaration(), evidence).stream(),
                doubt.queries().stream().filter(query -> query.code() != Code.SAME_FIGURES))
            .toList();
    return withQueries(state, doubt, queries);
  }

  private static SeatState withQueries(SeatState state, Queried doubt, List<Query> queries) {
    return queries.isEmpty()
        ? state.believing(doubt.word())
        : state.querying(Optional.of(new Queried(doubt.word(), queries)));
  }
}
