package electionnight.dashboard.view;

import electionnight.domain.Basis;
import electionnight.domain.CandidateResult;
import electionnight.domain.Outcome;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyRow;
import electionnight.domain.Result;
import electionnight.domain.Scoreboard;
import electionnight.domain.Swing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The tables of a night to download. Columns are named as in the JSON documents; a cell is empty
 * where a figure is not known. Every row says what must not be lost when it is copied elsewhere:
 * the mode, and the basis of what is a gain.
 */
public final class NightCsv {
  private NightCsv() {}

  /** A row for each seat that has a result, the newest declared first. */
  public static byte[] results(NightView night) {
    CsvTable table =
        new CsvTable(
            "seat",
            "name",
            "region",
            "status",
            "revision",
            "declared_at",
            "winner",
            "party",
            "majority",
            "outcome",
            "from",
            "overturned",
            "swing",
            "turnout",
            "electorate",
            "valid_votes",
            "invalid_votes",
            "basis",
            "swing_method",
            "swing_from",
            "swing_to",
            "mode");
    NightJson.newest(night)
        .forEach(
            result -> {
              Optional<Outcome> outcome = result.outcome();
              Optional<Swing> swing = result.swing();
              seat(table, result)
                  .text(result.declaredAt().toString())
                  .text(result.winner())
                  .text(result.party().value())
                  .number(SeatRevision.votes(result))
                  .text(outcome.map(Outcome::kind).map(Outcome.Kind::name).orElse(""))
                  .text(outcome.map(Outcome::from).map(PartyCode::value).orElse(""))
                  .number(result.overturned())
                  .number(
                      swing
                          .map(Swing::points)
                          .map(OptionalDouble::of)
                          .orElseGet(OptionalDouble::empty))
                  .number(result.turnout())
                  .number(whereKnown(result.electorate(), result.electorate() > 0))
                  .number(whereKnown(result.validVotes(), result.status().hasVotes()))
                  .number(result.invalidVotes())
                  .text(outcome.map(Outcome::basis).map(Basis::name).orElse(""))
                  .text(swing.map(Swing::method).map(Swing.Method::name).orElse(""))
                  .text(swing.map(Swing::from).map(PartyCode::value).orElse(""))
                  .text(swing.map(Swing::to).map(PartyCode::value).orElse(""))
                  .text(night.election().mode().name())
                  .endRow();
            });
    return table.bytes();
  }

  /** A row for each candidate of each result in order of finishing, the winner first. */
  public static byte[] candidates(NightView night) {
    CsvTable table =
        new CsvTable(
            "seat",
            "name",
            "region",
            "status",
            "revision",
            "place",
            "candidate",
            "party",
            "votes",
            "share",
            "share_change",
            "mode");
    NightJson.newest(night)
        .forEach(
            result -> {
              List<CandidateResult> candidates = result.candidates();
              for (int i = 0; i < candidates.size(); i++) {
                CandidateResult candidate = candidates.get(i);
                seat(table, result)
                    .number(i + 1)
                    .text(candidate.candidate())
                    .text(candidate.party().value())
                    .number(candidate.votes())
                    .number(candidate.share())
                    .number(candidate.shareChange())
                    .text(night.election().mode().name())
                    .endRow();
              }
            });
    return table.bytes();
  }

  /** A row for each party, most seats first. */
  public static byte[] scoreboard(NightView night) {
    CsvTable table =
        new CsvTable(
            "party",
            "name",
            "seats",
            "gains",
            "losses",
            "net",
            "sitting_gains",
            "sitting_losses",
            "sitting_net",
            "votes",
            "share",
            "share_change",
            "revision",
            "mode",
            "basis");
    Scoreboard scoreboard = night.scoreboard();
    for (PartyRow row : scoreboard.parties()) {
      table
          .text(row.party().value())
          .text(night.election().party(row.party()).map(Party::name).orElse(""))
          .number(row.seats())
          .number(row.gains())
          .number(row.losses())
          .number(row.net())
          .number(row.sittingGains())
          .number(row.sittingLosses())
          .number(row.sittingNet())
          .number(row.votes())
          .number(row.share())
          .number(row.shareChange())
          .number(scoreboard.revision())
          .text(scoreboard.mode().name())
          .text(scoreboard.basis().name())
          .endRow();
    }
    return table.bytes();
  }

  private static CsvTable seat(CsvTable table, Result result) {
    return table
        .text(result.seat().value())
        .text(result.name())
        .text(result.region())
        .text(result.status().name())
        .number(result.revision());
  }

  private static OptionalInt whereKnown(int figure, boolean known) {
    return known ? OptionalInt.of(figure) : OptionalInt.empty();
  }
}
