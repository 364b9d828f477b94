package electionnight.dashboard.http;

import electionnight.dashboard.view.AlertsFeed;
import electionnight.dashboard.view.NightCsv;
import electionnight.dashboard.view.NightJson;
import electionnight.dashboard.view.NightView;
import electionnight.wire.MessageType;

/** The documents of one night at one revision. */
final class NightDocuments {
  private final NightView night;
  private final Document reference;
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
    String revision = night.election().election() + "-r" + night.revision();
    reference =
        Document.json(
            night.election().election() + "-v" + night.referenceVersion(),
            () -> NightJson.reference(night));
    scoreboard = Document.json(revision, () -> MessageType.SCOREBOARD.write(night.scoreboard()));
    results = Document.json(revision, () -> NightJson.results(night));
    alerts = Document.json(revision, () -> NightJson.alerts(night));
    checking = Document.json(revision, () -> NightJson.checking(night));
    String withTerms = revision + "-v" + night.referenceVersion();
    ledgers = Document.json(withTerms, () -> NightJson.ledgers(night));
    alertsFeed =
        Document.text("application/atom+xml; charset=utf-8", withTerms, () -> AlertsFeed.of(night));
    resultsTable =
        Document.csv(revision + "-results.csv", withTerms, () -> NightCsv.results(night));
    candidatesTable =
        Document.csv(revision + "-candidates.csv", withTerms, () -> NightCsv.candidates(night));
    scoreboardTable =
        Document.csv(revision + "-scoreboard.csv", withTerms, () -> NightCsv.scoreboard(night));
  }

  boolean show(NightView other) {
    return night == other;
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
