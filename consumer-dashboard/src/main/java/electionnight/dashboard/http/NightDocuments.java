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
  private final String revision;
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
    String id = night.election().election() + "-" + night.log();
    revision = id + "-r" + night.revision();
    reference =
        Document.json(id + "-v" + night.referenceVersion(), () -> NightJson.reference(night));
    snapshot = Document.json(revision, () -> NightJson.snapshot(night));
    scoreboard = Document.json(revision, () -> MessageType.SCOREBOARD.write(night.scoreboard()));
    results = Document.json(revision, () -> NightJson.results(night));
    alerts = Document.json(revision, () -> NightJson.alerts(night));
    checking = Document.json(revision, () -> NightJson.checking(night));
    String withTerms = revision + "-v" + night.referenceVersion();
    ledgers = Document.json(withTerms, () -> NightJson.ledgers(night));
    alertsFeed =
        Document.text("application/atom+xml; charset=utf-8", withTerms, () -> AlertsFeed.of(night));
    String fileName = night.election().election() + "-r" + night.revision();
    resultsTable =
        Document.csv(fileName + "-results.csv", withTerms, () -> NightCsv.results(night));
    candidatesTable =
        Document.csv(fileName + "-candidates.csv", withTerms, () -> NightCsv.candidates(night));
    scoreboardTable =
        Document.csv(fileName + "-scoreboard.csv", withTerms, () -> NightCsv.scoreboard(night));
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
        .<Answer>map(result -> Document.json(revision, () -> MessageType.RESULT.write(result)))
        .orElseGet(() -> Problem.notFound(NoResult.sentence(seat.report())));
  }

  /** All that is public of a seat. */
  Answer seat(SeatView seat) {
    return Document.json(
        revision + "-v" + night.referenceVersion(), () -> NightJson.seat(night, seat));
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
