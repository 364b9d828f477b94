package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.Correction.Change;
import electionnight.domain.Election;
import electionnight.domain.Headline;
import electionnight.domain.MajorityLine;
import electionnight.domain.Mode;
import electionnight.domain.Outcome;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyRow;
import electionnight.domain.Result;
import electionnight.domain.Scoreboard;
import electionnight.domain.SeatReport;
import electionnight.domain.Status;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the overlays show as flat tables for graphics systems, each a JSON array in UTF-8 of objects
 * with the same members. Like the overlays they have nothing of a result that is being checked,
 * held or counted again, and no alert that was withdrawn.
 */
public final class OverlayJson {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  /** As many parties as a bug has places; templates want the same members at every moment. */
  private static final int PLACES = 8;

  private static final int MOST_ROWS = 20;

  private OverlayJson() {}

  /** One row: the totals, and a place for each of the parties with the most seats. */
  public static byte[] bug(NightView night) {
    Election election = night.election();
    Scoreboard board = night.scoreboard();
    FlatRow row =
        head(night)
            .put("seats", board.seats())
            .put("declared", board.declared())
            .put("rushed", board.rushed())
            .put("toCome", board.seats() - board.declared() - board.rushed())
            .put("majorityLine", line(board))
            .put("toGo", toGo(board))
            .put("declaredText", board.declared() + " of " + board.seats() + " declared")
            .put("time", board.latest().map(at -> time(election, at)).orElse(""));
    List<PartyRow> won = board.parties().stream().filter(party -> party.seats() > 0).toList();
    for (int place = 1; place <= PLACES; place++) {
      Optional<PartyRow> party =
          place <= won.size() ? Optional.of(won.get(place - 1)) : Optional.empty();
      party(row, "party" + place, election, party.map(PartyRow::party));
      row.put("party" + place + "Seats", number(party.map(PartyRow::seats)))
          .put("party" + place + "Net", number(party.map(PartyRow::net)));
    }
    row.put("othersSeats", won.stream().skip(PLACES).mapToInt(PartyRow::seats).sum());
    return NightJson.write(List.of(row));
  }

  /** The newest declarations, the newest first. */
  public static byte[] ticker(NightView night) {
    return NightJson.write(
        night
            .reports()
            .filter(OverlayJson::isUndisputed)
            .flatMap(report -> report.result().stream())
            .sorted(NightJson.NEWEST_DECLARED_FIRST)
            .limit(MOST_ROWS)
            .map(result -> declaration(night, result))
            .toList());
  }

  /** The alerts that changed last, the last first. */
  public static byte[] lowerThird(NightView night) {
    return NightJson.write(
        night.alerts().stream()
            .map(AlertView::alert)
            .filter(alert -> isAirable(night, alert))
            .limit(MOST_ROWS)
            .map(alert -> alert(night, alert))
            .toList());
  }

  private static boolean isUndisputed(SeatReport report) {
    return report.checking().isEmpty() && report.held().isEmpty() && report.announced().isEmpty();
  }

  private static boolean isAirable(NightView night, Alert alert) {
    return alert.state() != Alert.State.WITHDRAWN
        && (speaksOfDoubt(alert)
            || night
                .seat(alert.seat())
                .map(SeatView::report)
                .filter(OverlayJson::isUndisputed)
                .isPresent());
  }

  /** What a notice says is open or wrong is no figure; what it says is right now must count. */
  private static boolean speaksOfDoubt(Alert alert) {
    return alert.kind() == Alert.Kind.RECOUNT
        || alert.kind() == Alert.Kind.CORRECTION
            && alert.facts().changes().stream().allMatch(change -> change.now().isEmpty());
  }

  private static FlatRow declaration(NightView night, Result result) {
    Election election = night.election();
    Optional<PartyCode> from = result.outcome().filter(Outcome::isGain).map(Outcome::from);
    FlatRow row =
        head(night)
            .put("seat", result.seat().value())
            .put("name", result.name())
            .put("region", result.region())
            .put("text", result.name() + ": " + words(election, result))
            .put("winner", result.winner())
            .put(
                "outcome",
                result.outcome().map(o -> o.kind().name().toLowerCase(Locale.UK)).orElse("win"));
    party(row, "party", election, Optional.of(result.party()));
    party(row, "from", election, from);
    return row.put("majority", SeatRevision.votes(result))
        .put("overturned", result.overturned())
        .put("status", result.status().name())
        .put("time", time(election, result.declaredAt()))
        .put("declaredAt", result.declaredAt().toString());
  }

  private static String words(Election election, Result result) {
    return Headline.result(election, result)
        + (result.status() == Status.RUSH ? ", votes to come" : "");
  }

  private static FlatRow alert(NightView night, Alert alert) {
    Election election = night.election();
    List<Change> corrected =
        FactChanges.of(alert, election).stream()
            .filter(change -> change.was().isPresent())
            .toList();
    boolean corrects = alert.kind() == Alert.Kind.CORRECTION || !corrected.isEmpty();
    Optional<Change> first = corrected.stream().findFirst();
    FlatRow row =
        head(night)
            .put("id", alert.id())
            .put("kind", alert.kind().name())
            .put("state", alert.state().name())
            .put("alertRevision", alert.revision())
            .put("correction", corrects ? "Correction" : "")
            .put("headline", alert.headline())
            .put("figure", first.map(Change::figure).orElse(""))
            .put("was", first.flatMap(Change::was).orElse(""))
            .put("now", first.flatMap(Change::now).orElse(""))
            .put("reason", alert.reason().orElse(""))
            .put("seat", alert.seat().value())
            .put("name", alert.name());
    party(row, "party", election, alert.facts().party());
    party(row, "from", election, alert.facts().from());
    return row.put("majority", alert.facts().majority())
        .put("overturned", alert.facts().overturned())
        .put("time", time(election, alert.at()))
        .put("at", alert.at().toString());
  }

  /** What every row starts with: which night it is, and a mark on what is no news. */
  private static FlatRow head(NightView night) {
    Election election = night.election();
    return new FlatRow()
        .put("night", election.election().value())
        .put("nightName", election.name())
        .put("mode", election.mode().name())
        .put("mark", election.mode() == Mode.LIVE ? "" : election.mode().name())
        .put("revision", night.revision());
  }

  private static void party(
      FlatRow row, String prefix, Election election, Optional<PartyCode> party) {
    PartyColour colour = PartyColour.of(election, party);
    row.put(prefix, party.map(PartyCode::value).orElse(""))
        .put(
            prefix + "Name",
            party
                .map(code -> election.party(code).map(Party::name).orElse(code.value()))
                .orElse(""))
        .put(prefix + "Colour", party.isPresent() ? colour.fill() : "")
        .put(prefix + "Ink", party.isPresent() ? colour.ink() : "");
  }

  private static OptionalInt line(Scoreboard board) {
    return number(board.majorityLine().map(MajorityLine::seats));
  }

  /** Seats that the first party still needs; 0 from the line on. */
  private static OptionalInt toGo(Scoreboard board) {
    int most = board.parties().stream().mapToInt(PartyRow::seats).max().orElse(0);
    return number(board.majorityLine().map(line -> Math.max(0, line.seats() - most)));
  }

  private static OptionalInt number(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static String time(Election election, Instant at) {
    return TIME.format(at.atZone(election.zone()));
  }
}
