package electionnight.domain;

import electionnight.domain.Consequences.Moved;
import electionnight.domain.Folded.Ignored.Why;
import electionnight.domain.Query.Code;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A night is a fold: each accepted change takes it from one revision to the next and has all its
 * consequences at once. Pure and total: what can be wrong with an input is in the answer.
 */
public final class Fold {
  private final Night night;
  private final Heard heard;
  private final Seats seats;

  private Fold(Night night, Heard heard, Seats seats) {
    this.night = night;
    this.heard = heard;
    this.seats = seats;
  }

  /**
   * Folds an input into a night.
   *
   * @param current the night as it stands; empty where no election of this id was heard
   * @param input what was said
   * @param heard where in the log, and when
   * @param seats the night's seats as they stand
   */
  public static Folded fold(Optional<Night> current, Input input, Heard heard, Seats seats) {
    if (input instanceof Election election) {
      List<Reason> reasons = Screening.of(election);
      if (!reasons.isEmpty()) {
        return new Folded.Rejected(reasons);
      }
      return current.isEmpty()
          ? new Folded.Accepted(Night.open(election, heard.cause()), List.of(), Optional.empty())
          : new Fold(current.get(), heard, seats).election(election);
    }
    if (current.isEmpty()) {
      return rejected(
          Reason.Code.UNKNOWN_ELECTION,
          "election",
          input.election().value(),
          "a night that was opened");
    }
    Fold fold = new Fold(current.get(), heard, seats);
    if (input instanceof Seat seat) {
      return fold.seat(seat);
    } else if (input instanceof Declaration declaration) {
      return fold.declaration(declaration);
    } else if (input instanceof Confirmation confirmation) {
      return fold.confirmation(confirmation);
    } else if (input instanceof Hold hold) {
      return fold.hold(hold);
    } else {
      return fold.alertSwitch((AlertSwitch) input);
    }
  }

  /**
   * Amends a night that is open. No party can go that a seat speaks of; once something was said of
   * a seat, the terms by which figures were published can no longer change.
   */
  private Folded election(Election election) {
    Election before = night.election();
    if (before.equals(election)) {
      return new Folded.Ignored(Why.DUPLICATE);
    }
    Set<PartyCode> gone = new TreeSet<>(partiesSpokenOf());
    election.parties().forEach(party -> gone.remove(party.party()));
    if (!gone.isEmpty()) {
      return rejected(
          Reason.Code.ELECTION_CHANGED,
          "parties",
          "no " + gone.iterator().next(),
          "every party that a seat of the night speaks of");
    }
    if (night.revision() == 0) {
      return new Folded.Accepted(night.with(election, heard.cause()), List.of(), Optional.empty());
    }
    boolean sameTerms =
        before.contest() == election.contest()
            && before.date().equals(election.date())
            && before.basis() == election.basis()
            && before.mode() == election.mode()
            && before.seats() == election.seats();
    if (!sameTerms) {
      return rejected(
          Reason.Code.ELECTION_CHANGED,
          "",
          election.election().value(),
          "the contest, date, basis, mode and number of seats under which the first seat was"
              + " declared");
    }
    return consequences(night.with(election, heard.cause()))
        .refreshed("the terms of the night were amended");
  }

  private Set<PartyCode> partiesSpokenOf() {
    Set<PartyCode> parties = new TreeSet<>();
    for (SeatState state : seats.all()) {
      state.seat().candidates().forEach(candidate -> parties.add(candidate.party()));
      state
          .seat()
          .baseline()
          .ifPresent(before -> before.votes().forEach(row -> parties.add(row.party())));
      state.seat().sitting().ifPresent(member -> parties.add(member.party()));
      said(state).forEach(word -> word.votes().forEach(row -> parties.add(row.party())));
      said(state).forEach(word -> word.party().ifPresent(parties::add));
    }
    return parties;
  }

  /** Makes a seat known, or amends it; what was said of it is folded anew. */
  private Folded seat(Seat seat) {
    Optional<SeatState> known = seats.seat(seat.seat());
    if (known.filter(state -> state.seat().equals(seat)).isPresent()) {
      return new Folded.Ignored(Why.DUPLICATE);
    }
    List<Reason> reasons =
        Screening.of(night.election(), seat, known.map(Fold::said).orElse(List.of()));
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    if (known.filter(SeatState::isTouched).isEmpty()) {
      SeatState state =
          known
              .map(before -> before.with(seat, heard.cause()))
              .orElse(SeatState.known(seat, heard.cause()));
      return new Folded.Accepted(night, List.of(state), Optional.empty());
    }
    SeatState before = known.get();
    SeatState after = queriedAnew(before.with(seat, heard.cause()));
    return settle(new Moved(before, after), whySeat(before.seat(), seat), saidAt(before));
  }

  /** Reference data has no time of its own that would be the same whenever it is sent. */
  private static Instant saidAt(SeatState state) {
    return said(state).stream()
        .findFirst()
        .map(Declaration::declaredAt)
        .or(() -> state.held().map(Hold::at))
        .orElseThrow();
  }

  private static List<Declaration> said(SeatState state) {
    return Stream.concat(state.word().stream(), state.queried().map(Queried::word).stream())
        .map(Word::declaration)
        .toList();
  }

  private SeatState queriedAnew(SeatState state) {
    return state
        .queried()
        .map(
            doubt -> {
              List<Query> queries = queriesAnew(state, doubt);
              return queries.isEmpty()
                  ? state.believing(doubt.word())
                  : state.querying(Optional.of(new Queried(doubt.word(), queries)));
            })
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

  private static String whySeat(Seat before, Seat after) {
    if (before.baseline().equals(after.baseline())) {
      return "what is known of the seat was corrected";
    }
    return before.baseline().isEmpty()
        ? "the baseline of the seat came late"
        : "the baseline of the seat was corrected";
  }

  /** Folds in what a source says of a seat. */
  private Folded declaration(Declaration declaration) {
    Optional<SeatState> known = seats.seat(declaration.seat());
    if (known.isEmpty()) {
      return unknownSeat(declaration.seat());
    }
    SeatState before = known.get();
    List<Reason> reasons = Screening.of(night.election(), before.seat(), declaration);
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    Optional<Declaration> believed = before.word().map(Word::declaration);
    if (believed.filter(word -> declaration.revision() <= word.revision()).isPresent()) {
      return notNewer(before.seat(), believed.get(), declaration);
    }
    if (removesVotes(believed, declaration)) {
      return rejected(
          Reason.Code.UNEXPLAINED,
          "reason",
          "",
          "why the votes declared by " + believed.get().source() + " no longer count");
    }
    Optional<Word> doubted = before.queried().map(Queried::word);
    if (doubted.filter(word -> sameRevision(word, declaration)).isPresent()) {
      return saidAgain(before, doubted.get(), declaration);
    }
    List<Query> queries = queries(before, declaration);
    Word word = new Word(declaration, heard.cause());
    if (queries.isEmpty()) {
      return settle(
          new Moved(before, before.believing(word)),
          whyDeclaration(before, declaration),
          declaration.declaredAt());
    }
    if (doubted.filter(later -> isAfter(later, declaration)).isPresent()) {
      return new Folded.Ignored(Why.SUPERSEDED);
    }
    return settle(
        new Moved(before, before.querying(Optional.of(new Queried(word, queries)))),
        "is being checked",
        declaration.declaredAt());
  }

  private static boolean removesVotes(Optional<Declaration> believed, Declaration declaration) {
    return believed.filter(word -> word.status().hasVotes()).isPresent()
        && !declaration.status().hasVotes()
        && declaration.reason().filter(reason -> !reason.isBlank()).isEmpty();
  }

  private static boolean sameRevision(Word word, Declaration declaration) {
    return word.declaration().revision() == declaration.revision();
  }

  private static boolean isAfter(Word word, Declaration declaration) {
    return word.declaration().revision() > declaration.revision();
  }

  private List<Query> queries(SeatState state, Declaration declaration) {
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

  /** The revision that is being checked, said once more: another source may bear it out. */
  private Folded saidAgain(SeatState before, Word doubted, Declaration declaration) {
    Declaration first = doubted.declaration();
    if (bearsOut(before.seat(), declaration, first)) {
      return settle(
          new Moved(before, before.believing(doubted)),
          "borne out by a second source, " + declaration.source(),
          first.declaredAt());
    }
    return declaration.saysTheSameAs(first)
        ? new Folded.Ignored(Why.DUPLICATE)
        : conflict(first, declaration);
  }

  private static Folded notNewer(Seat seat, Declaration earlier, Declaration declaration) {
    if (declaration.revision() < earlier.revision()) {
      return new Folded.Ignored(Why.SUPERSEDED);
    }
    boolean same = declaration.saysTheSameAs(earlier) || bearsOut(seat, declaration, earlier);
    return same ? new Folded.Ignored(Why.DUPLICATE) : conflict(earlier, declaration);
  }

  /** Two rushes, one by name and one by party, agree only where the ballot says so. */
  private static boolean bearsOut(Seat seat, Declaration declaration, Declaration earlier) {
    return !earlier.source().equals(declaration.source())
        && declaration.agreesWith(earlier)
        && rushedParty(seat, declaration).equals(rushedParty(seat, earlier));
  }

  private static Optional<PartyCode> rushedParty(Seat seat, Declaration declaration) {
    return declaration.status() == Status.RUSH
        ? Rushed.winner(seat, declaration).map(Candidate::party)
        : Optional.empty();
  }

  private static Folded conflict(Declaration earlier, Declaration declaration) {
    return rejected(
        Reason.Code.REVISION_CONFLICT,
        "revision",
        String.valueOf(declaration.revision()),
        "a revision above "
            + earlier.revision()
            + ", because "
            + earlier.source()
            + " gave revision "
            + earlier.revision()
            + " other content");
  }

  private static String whyDeclaration(SeatState before, Declaration declaration) {
    Optional<String> reason = declaration.reason().filter(text -> !text.isBlank());
    if (reason.isPresent()) {
      return reason.get();
    }
    if (before.word().isEmpty()) {
      return Consequences.CAME_IN_LATER;
    }
    return switch (before.word().get().declaration().status()) {
      case RUSH -> "declared in full";
      case RECOUNT -> "the recount is over";
      case DECLARED, CORRECTED, WITHDRAWN -> "revised by " + declaration.source();
    };
  }

  /** Believes what was being checked. */
  private Folded confirmation(Confirmation confirmation) {
    List<Reason> reasons =
        Screening.ofDecision(confirmation.by(), confirmation.reason(), confirmation.at());
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    Optional<SeatState> known = seats.seat(confirmation.seat());
    if (known.isEmpty()) {
      return unknownSeat(confirmation.seat());
    }
    SeatState before = known.get();
    Optional<Word> doubted =
        before
            .queried()
            .map(Queried::word)
            .filter(word -> word.declaration().revision() == confirmation.revision());
    if (doubted.isPresent()) {
      return settle(
          new Moved(before, before.believing(doubted.get())),
          "confirmed by "
              + confirmation.by()
              + confirmation.reason().map(reason -> ": " + reason).orElse(""),
          doubted.get().declaration().declaredAt());
    }
    int believed = before.word().map(word -> word.declaration().revision()).orElse(0);
    if (confirmation.revision() >= 1 && confirmation.revision() <= believed) {
      return new Folded.Ignored(
          confirmation.revision() == believed ? Why.DUPLICATE : Why.SUPERSEDED);
    }
    return rejected(
        Reason.Code.NOT_QUERIED,
        "revision",
        String.valueOf(confirmation.revision()),
        before
            .queried()
            .map(
                doubt ->
                    "revision "
                        + doubt.word().declaration().revision()
                        + ", which is being checked")
            .orElse("a revision that is being checked; none of " + before.seat().name() + " is"));
  }

  /** Holds or releases a seat. */
  private Folded hold(Hold hold) {
    List<Reason> reasons = Screening.ofDecision(hold.by(), Optional.of(hold.reason()), hold.at());
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    Optional<SeatState> known = seats.seat(hold.seat());
    if (known.isEmpty()) {
      return unknownSeat(hold.seat());
    }
    SeatState before = known.get();
    if (before.held().isPresent() == hold.held()) {
      return new Folded.Ignored(Why.DUPLICATE);
    }
    SeatState after = before.holding(hold.held() ? Optional.of(hold) : Optional.empty());
    return settle(
        new Moved(before, after),
        (hold.held() ? "held by " : "released by ") + hold.by() + ": " + hold.reason(),
        hold.at());
  }

  /** Stops the alerts, or lets them flow again with all that was held. */
  private Folded alertSwitch(AlertSwitch change) {
    List<Reason> reasons =
        Screening.ofDecision(change.by(), Optional.of(change.reason()), change.at());
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    Optional<AlertSwitch> before = night.stopped();
    if (before.isPresent() == change.stopped()) {
      return new Folded.Ignored(Why.DUPLICATE);
    }
    if (change.stopped()) {
      return consequences(night.with(Optional.of(change))).unalerted();
    }
    AlertSwitch stop = before.orElseThrow();
    return consequences(night.with(Optional.empty()))
        .refreshed(
            "held while alerts were stopped from "
                + stop.at()
                + " to "
                + change.at()
                + " ("
                + stop.reason()
                + ")");
  }

  private Folded settle(Moved moved, String why, Instant at) {
    List<Moved> all = new ArrayList<>();
    all.add(moved);
    all.addAll(cleared(moved));
    return consequences(night).of(all, why, at);
  }

  /**
   * What was only queried because it had the figures of the seat that changed, and no longer has;
   * or of one that was cleared by that, and so no longer has the figures it had before.
   */
  private List<Moved> cleared(Moved moved) {
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
    return queries.isEmpty()
        ? state.believing(doubt.word())
        : state.querying(Optional.of(new Queried(doubt.word(), queries)));
  }

  private Consequences consequences(Night next) {
    return new Consequences(next, heard.cause(), seats);
  }

  private Folded unknownSeat(SeatId seat) {
    return rejected(
        Reason.Code.UNKNOWN_SEAT, "seat", seat.value(), "a seat of " + night.election().election());
  }

  private static Folded rejected(Reason.Code code, String field, String value, String expected) {
    return new Folded.Rejected(List.of(new Reason(code, field, value, expected)));
  }
}
