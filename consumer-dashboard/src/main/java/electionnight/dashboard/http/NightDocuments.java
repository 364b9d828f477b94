package electionnight.dashboard.http;

import electionnight.dashboard.view.AlertsFeed;
import electionnight.dashboard.view.NightCsv;
import electionnight.dashboard.view.NightJson;
import electionnight.dashboard.view.NightView;
import electionnight.dashboard.view.NoResult;
import electionnight.dashboard.view.SeatView;
import electionnight.wire.MessageType;

/** The documents of one night at one revision. */
final class NightDocuments {
  private final NightView night;
  private final String version;
  private final Document reference;
  private final Document snapshot;
  private final Document scoreboard;
  private final Document results;
  private final Document alerts;
  private final Document checking;
  private final Document ledgers;
  private final Document alertsFeed;
  private final Document resultsTable;
  private final Document candidatesTable;
  private final Document scoreboardTable;

  NightDocuments(NightView night) {
    this.night = night;
    version = night.version();
    reference =
        Document.json(
            night.election().election() + "-" + night.log() + "-v" + night.referenceVersion(),
            () -> NightJson.reference(night));
    snapshot = Document.json(version, () -> NightJson.snapshot(night));
    scoreboard = Document.json(version, () -> MessageType.SCOREBOARD.write(night.scoreboard()));
    results = Document.json(version, () -> NightJson.results(night));
    alerts = Document.json(version, () -> NightJson.alerts(night));
    checking = Document.json(version, () -> NightJson.checking(night));
    ledgers = Document.json(version, () -> NightJson.ledgers(night));
    alertsFeed =
        Document.text("application/atom+xml; charset=utf-8", version, () -> AlertsFeed.of(night));
    String fileName = night.election().election() + "-r" + night.revision();
    resultsTable = Document.csv(fileName + "-results.csv", version, () -> NightCsv.results(night));
    candidatesTable =
        Document.csv(fileName + "-candidates.csv", version, () -> NightCsv.candidates(night));
    scoreboardTable =
        Document.csv(fileName + "-scoreboard.csv", version, () -> NightCsv.scoreboard(night));
  }

  /** What they show. */
  NightView night() {
    return night;
  }

  Document snapshot() {
    return snapshot;
  }

  /** A seat's result, or why it has none. */
  Answer result(SeatView seat) {
    return seat.report()
        .result()
        .<Answer>map(result -> Document.json(version, () -> MessageType.RESULT.write(result)))
        .orElseGet(() -> Problem.notFound(NoResult.sentence(seat.report())));
  }

  /** All that is public of a seat. */
  Answer seat(SeatView seat) {
    return Document.json(version, () -> NightJson.seat(night, seat));
  }

  Document reference() {
    return reference;
  }

  Document scoreboard() {
    return scoreboard;
  }

  Document results() {
    return results;
  }

  Document alerts() {
    return alerts;
  }

  Document checking() {
    return checking;
  }

  Document ledgers() {
    return ledgers;
  }

  Document alertsFeed() {
    return alertsFeed;
  }

  Document resultsTable() {
    return resultsTable;
  }

  Document candidatesTable() {
    return candidatesTable;
  }

  Document scoreboardTable() {
    return scoreboardTable;
  }
}
