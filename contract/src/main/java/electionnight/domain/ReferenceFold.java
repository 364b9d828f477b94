package electionnight.domain;

import electionnight.domain.Consequences.Moved;
import electionnight.domain.Folded.Ignored.Why;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Folds in reference data: the terms of a night, and what is known of its seats. */
final class ReferenceFold {
  private final Moment moment;

  ReferenceFold(Moment moment) {
    this.moment = moment;
  }

  /**
   * Amends a night that is open. No party can go that a seat speaks of; once something was said of
   * a seat, the terms by which figures were published can no longer change.
   */
  Folded election(Election election) {
    List<Reason> reasons = Screening.of(election);
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    Election before = moment.election();
    if (before.equals(election)) {
      return new Folded.Ignored(Why.DUPLICATE);
    }
    Set<PartyCode> gone = new TreeSet<>(partiesSpokenOf());
    election.parties().forEach(party -> gone.remove(party.party()));
    if (!gone.isEmpty()) {
      return Folded.Rejected.of(
          Reason.Code.ELECTION_CHANGED,
          "parties",
          "no " + gone.iterator().next(),
          "every party that a seat of the night speaks of");
    }
    Optional<Basis> compared =
        moment.seats().all().stream()
            .flatMap(state -> state.seat().baseline().stream())
            .map(Baseline::basis)
            .filter(basis -> basis != election.basis())
            .findFirst();
    if (compared.isPresent()) {
      return Folded.Rejected.of(
          Reason.Code.ELECTION_CHANGED,
          "basis",
          election.basis().name(),
          compared.get() + " as the seats' baselines have it");
    }
    if (moment.night().revision() == 0) {
      return new Folded.Accepted(
          moment.night().with(election, moment.heard().cause()), List.of(), Optional.empty());
    }
    boolean sameTerms =
        before.contest() == election.contest()
            && before.date().equals(election.date())
            && before.basis() == election.basis()
            && before.mode() == election.mode()
            && before.seats() == election.seats();
    if (!sameTerms) {
      return Folded.Rejected.of(
          Reason.Code.ELECTION_CHANGED,
          "",
          election.election().value(),
          "the contest, date, basis, mode and number of seats under which the first seat was"
              + " declared");
    }
    return moment
        .consequences(moment.night().with(election, moment.heard().cause()))
        .refreshed("the terms of the night were amended");
  }

  private Set<PartyCode> partiesSpokenOf() {
    Set<PartyCode> parties = new TreeSet<>();
    for (SeatState state : moment.seats().all()) {
      state.seat().candidates().forEach(candidate -> parties.add(candidate.party()));
      state
          .seat()
          .baseline()
          .ifPresent(before -> before.votes().forEach(row -> parties.add(row.party())));
      state.seat().sitting().ifPresent(member -> parties.add(member.party()));
      state.said().forEach(word -> word.votes().forEach(row -> parties.add(row.party())));
      state.said().forEach(word -> word.party().ifPresent(parties::add));
    }
    return parties;
  }

  /** Makes a seat known, or amends it; what was said of it is folded anew. */
  Folded seat(Seat seat) {
    Optional<SeatState> known = moment.seats().seat(seat.seat());
    if (known.filter(state -> state.seat().equals(seat)).isPresent()) {
      return new Folded.Ignored(Why.DUPLICATE);
    }
    List<Reason> reasons =
        SeatScreening.of(moment.election(), seat, known.map(SeatState::said).orElse(List.of()));
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    if (known.filter(SeatState::isTouched).isEmpty()) {
      SeatState state =
          known
              .map(before -> before.with(seat, moment.heard().cause()))
              .orElse(SeatState.known(seat, moment.heard().cause()));
      return new Folded.Accepted(moment.night(), List.of(state), Optional.empty());
    }
    SeatState before = known.get();
    SeatState after = moment.querying().queriedAnew(before.with(seat, moment.heard().cause()));
    return moment.settle(
        new Moved(before, after), whySeat(before.seat(), seat), saidAt(before), true);
  }

  /** Reference data has no time of its own that would be the same whenever it is sent. */
  private static Instant saidAt(SeatState state) {
    return state.said().stream()
        .findFirst()
        .map(Declaration::declaredAt)
        .or(() -> state.held().map(Hold::at))
        .orElseThrow();
  }

  private static String whySeat(Seat before, Seat after) {
    if (before.baseline().equals(after.baseline())) {
      return "what is known of the seat was corrected";
    }
    return before.baseline().isEmpty()
        ? "the baseline of the seat came late"
        : "the baseline of the seat was corrected";
  }
}
