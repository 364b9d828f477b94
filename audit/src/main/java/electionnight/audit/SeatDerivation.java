package electionnight.audit;

import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.CandidateResult;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Outcome;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyVotes;
import electionnight.domain.Result;
import electionnight.domain.Seat;
import electionnight.domain.Swing;
import java.util.Optional;

/** How the figures of a seat follow from what was said of it and what it is compared with. */
final class SeatDerivation {
  private final Election election;
  private final Seat seat;
  private final Declaration said;
  private final Result result;

  private SeatDerivation(Election election, Seat seat, Declaration said, Result result) {
    this.election = election;
    this.seat = seat;
    this.said = said;
    this.result = result;
  }

  /** Empty where the declaration has no result. */
  static Optional<SeatDerivation> of(Election election, Seat seat, Declaration said) {
    return Result.of(seat, said).map(result -> new SeatDerivation(election, seat, said, result));
  }

  Result result() {
    return result;
  }

  /** The votes, and first minus second. */
  void votes(Page page) {
    if (!result.status().hasVotes()) {
      page.line(result.winner() + " (" + result.party() + ") won; the votes were not known yet");
      return;
    }
    for (CandidateResult row : result.candidates()) {
      page.figure(
          Page.number(row.votes()),
          Page.points(row.share()),
          row.candidate()
              + " ("
              + row.party()
              + ")"
              + (row.candidate().equals(result.winner()) && row.party().equals(result.party())
                  ? ", elected"
                  : ""));
    }
    page.figure(Page.number(result.validVotes()), "valid votes" + turnout());
    if (result.candidates().size() < 2) {
      page.line("Unopposed: there is no majority");
      return;
    }
    int first = result.candidates().get(0).votes();
    int second = result.candidates().get(1).votes();
    page.line(
        "Majority, first minus second: "
            + Page.number(first)
            + " - "
            + Page.number(second)
            + " = "
            + Page.number(first - second)
            + (first == second
                ? "; a tie, and the lot fell on " + said.winner().orElse(result.winner())
                : ""));
  }

  private String turnout() {
    return result.turnout().isPresent()
        ? ", a turnout of "
            + Page.points(result.turnout().getAsDouble())
            + " % of the electorate of "
            + Page.number(result.electorate())
        : "";
  }

  /** What it is compared with, and what that makes of it. */
  void comparison(Page page) {
    Optional<Baseline> baseline = seat.baseline();
    if (baseline.isEmpty()) {
      page.line(
          "No baseline is known, so there is no gain or hold, no majority overturned, no swing");
    }
    baseline.ifPresent(
        before -> {
          baseline(page, before);
          result.outcome().ifPresent(outcome -> outcome(page, outcome, before));
        });
    result
        .sitting()
        .ifPresent(
            outcome ->
                page.line(
                    "Against the member before ("
                        + Basis.SITTING
                        + "): "
                        + outcome.from()
                        + seat.sitting()
                            .filter(member -> !member.why().isEmpty())
                            .map(member -> " (" + member.why() + "; " + member.source() + ")")
                            .orElse("")
                        + ": "
                        + outcome.kind()));
    if (seat.heldSince().isPresent()) {
      page.line(
          "Held since "
              + seat.heldSince().getAsInt()
              + ", so for "
              + (election.date().getYear() - seat.heldSince().getAsInt())
              + " years");
    }
  }

  private void baseline(Page page, Baseline before) {
    page.line(before.basis() + ", " + election.previous() + ":");
    for (PartyVotes row : before.votes()) {
      page.figure(
          Page.number(row.votes()),
          Page.percent(row.votes(), before.validVotes()),
          row.party().value());
    }
    page.figure(Page.number(before.validVotes()), "valid votes");
    int second = before.votes().size() > 1 ? before.votes().get(1).votes() : 0;
    page.line(
        "The majority of "
            + before.winner()
            + " then: "
            + Page.number(before.votes().get(0).votes())
            + " - "
            + Page.number(second)
            + " = "
            + Page.number(before.majority()));
  }

  private void outcome(Page page, Outcome outcome, Baseline before) {
    page.line(
        outcome.party()
            + " won, "
            + outcome.from()
            + " held it: "
            + outcome.kind()
            + " on the basis "
            + outcome.basis());
    if (outcome.isGain()) {
      page.line(
          result.overturned().isPresent()
              ? "Majority overturned: " + Page.number(before.majority()) + " votes"
              : "To or from the Speaker: no majority is overturned");
    }
  }

  /** The Butler swing with its formula and its numbers. */
  void swing(Page page) {
    if (result.swing().isEmpty() || seat.baseline().isEmpty()) {
      page.line(
          "None: one of the two did not stand before or now, as no independent did, or votes are not"
              + " known");
      return;
    }
    Swing swing = result.swing().get();
    Baseline before = seat.baseline().get();
    String to = share(page, swing.to(), before);
    String from = share(page, swing.from(), before);
    page.line(
        swing.method()
            + ", ((A2 - A1) + (B1 - B2)) / 2 over shares of all valid votes, A "
            + swing.to()
            + ", B "
            + swing.from()
            + ", 1 before, 2 now:");
    page.line(
        "(("
            + to
            + ") + ("
            + from
            + ")) / 2 = "
            + Page.points(swing.points())
            + " points from "
            + swing.from()
            + " to "
            + swing.to()
            + " (from votes, rounded once)");
  }

  /** Tells a party's shares; returns the difference that the formula takes. */
  private String share(Page page, PartyCode party, Baseline before) {
    int then = before.votes(party).orElse(0);
    int now =
        said.votes().stream()
            .filter(row -> row.party().equals(party))
            .mapToInt(row -> row.votes())
            .sum();
    String shareThen = Page.percent(then, before.validVotes());
    String shareNow = Page.percent(now, result.validVotes());
    page.line(
        party
            + ": "
            + Page.number(then)
            + " of "
            + Page.number(before.validVotes())
            + " = "
            + shareThen
            + " %, now "
            + Page.number(now)
            + " of "
            + Page.number(result.validVotes())
            + " = "
            + shareNow
            + " %");
    boolean gained = result.swing().orElseThrow().to().equals(party);
    return gained ? shareNow + " - " + shareThen : shareThen + " - " + shareNow;
  }
}
