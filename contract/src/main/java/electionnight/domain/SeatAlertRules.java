package electionnight.domain;

import electionnight.domain.Alert.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which alerts about one seat should stand: a pure function of the seat as it stands. */
final class SeatAlertRules {
  private final Election election;
  private final Rules rules;

  SeatAlertRules(Election election, Rules rules) {
    this.election = election;
    this.rules = rules;
  }

  List<AlertDraft> drafts(SeatState state) {
    List<AlertDraft> drafts = new ArrayList<>();
    Optional<Result> counted = state.result();
    counted.ifPresent(
        result -> {
          gain(result).ifPresent(drafts::add);
          firstSince(state.seat(), result).ifPresent(drafts::add);
          regain(state.seat(), result).ifPresent(drafts::add);
          tie(result).ifPresent(drafts::add);
        });
    // What was announced stays so when its seat is held; what is announced then waits.
    state
        .recount()
        .filter(at -> state.held().isEmpty() || state.stands(Kind.RECOUNT))
        .ifPresent(at -> drafts.add(recount(state, at)));
    state.correction().ifPresent(latest -> drafts.add(correction(state.seat(), latest, counted)));
    return drafts;
  }

  private Optional<AlertDraft> gain(Result result) {
    return result
        .outcome()
        .filter(Outcome::isGain)
        .map(
            gain ->
                draft(
                    Kind.SEAT_GAIN,
                    result,
                    Headline.gain(election, gain.party(), gain.from(), result.name())
                        + Headline.majority(result),
                    new FactSheet()
                        .withParty(gain.party())
                        .withFrom(gain.from(), gain.basis())
                        .withMajority(figure(result))
                        .withOverturned(result.overturned())));
  }

  private Optional<AlertDraft> firstSince(Seat seat, Result result) {
    if (seat.heldSince().isEmpty()) {
      return Optional.empty();
    }
    int year = seat.heldSince().getAsInt();
    return result
        .outcome()
        .filter(Outcome::isGain)
        .filter(gain -> election.date().getYear() - year >= rules.firstSinceYears())
        .filter(gain -> hasHeldUntilNow(gain.from(), result))
        .map(
            gain ->
                draft(
                    Kind.FIRST_SINCE,
                    result,
                    Headline.gain(election, gain.party(), gain.from(), result.name())
                        + ", who had held it since "
                        + year,
                    new FactSheet()
                        .withParty(gain.party())
                        .withFrom(gain.from(), gain.basis())
                        .withHeldSince(year)));
  }

  /** It may have lost the seat since the baseline, at a by-election or as its member went over. */
  private static boolean hasHeldUntilNow(PartyCode before, Result result) {
    return result.sitting().filter(member -> !member.from().equals(before)).isEmpty();
  }

  private Optional<AlertDraft> regain(Seat seat, Result result) {
    boolean held = result.outcome().filter(outcome -> !outcome.isGain()).isPresent();
    return result
        .sitting()
        .filter(Outcome::isGain)
        .filter(gain -> held)
        .map(
            gain ->
                draft(
                    Kind.REGAIN,
                    result,
                    Headline.subject(election, gain.party())
                        + " "
                        + Headline.verb(election, gain.party(), "regain", "regains")
                        + " "
                        + result.name()
                        + " from "
                        + Headline.collective(election, gain.from()),
                    new FactSheet()
                        .withParty(gain.party())
                        .withFrom(gain.from(), gain.basis())
                        .withMajority(figure(result))));
  }

  private Optional<AlertDraft> tie(Result result) {
    return result
        .majority()
        .filter(majority -> majority.votes() == 0)
        .map(
            majority ->
                draft(
                    Kind.TIE_BY_LOT,
                    result,
                    Headline.win(election, result.party())
                        + " "
                        + result.name()
                        + " by lot, after a tie at "
                        + Headline.number(result.candidates().get(0).votes()),
                    new FactSheet()
                        .withParty(result.party())
                        .withMajority(figure(result))
                        .withTie(result.candidates().get(0).votes())));
  }

  private AlertDraft recount(SeatState state, Instant at) {
    Seat seat = state.seat();
    Optional<Result> counted = state.result();
    boolean goesOn =
        state.word().filter(word -> word.declaration().status() == Status.RECOUNT).isPresent();
    String headline =
        counted
            .map(
                result ->
                    "After a recount in "
                        + seat.name()
                        + ": "
                        + Headline.afterColon(Headline.result(election, result)))
            .orElse((goesOn ? "Recount in " : "Votes were recounted in ") + seat.name());
    FactSheet facts =
        counted
            .map(result -> new FactSheet().withParty(result.party()).withMajority(figure(result)))
            .orElseGet(FactSheet::new);
    return draft(Kind.RECOUNT, seat, at, headline, facts);
  }

  private AlertDraft correction(Seat seat, Correction latest, Optional<Result> counted) {
    Correction.Change main = latest.changes().get(0);
    FactSheet facts =
        counted
            .map(
                result ->
                    latest.isOfMajority()
                        ? new FactSheet().withParty(result.party()).withMajority(figure(result))
                        : new FactSheet().withParty(result.party()))
            .orElseGet(FactSheet::new)
            .withChanges(latest.changes());
    return new AlertDraft(
        Kind.CORRECTION,
        seat.seat().value(),
        seat.seat(),
        seat.name(),
        latest.at(),
        "Correction to " + seat.name() + ": " + main.sentence(),
        facts.facts(),
        Optional.of(latest.reason()));
  }

  private static OptionalInt figure(Result result) {
    return result
        .majority()
        .map(majority -> OptionalInt.of(majority.votes()))
        .orElse(OptionalInt.empty());
  }

  private static AlertDraft draft(Kind kind, Result result, String headline, FactSheet facts) {
    return new AlertDraft(
        kind,
        result.seat().value(),
        result.seat(),
        result.name(),
        result.declaredAt(),
        headline,
        facts.facts());
  }

  private static AlertDraft draft(
      Kind kind, Seat seat, Instant at, String headline, FactSheet facts) {
    return new AlertDraft(
        kind, seat.seat().value(), seat.seat(), seat.name(), at, headline, facts.facts());
  }
}
