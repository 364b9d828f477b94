package electionnight.dashboard.http;

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
    ledgers =
        Document.json(revision + "-v" + night.referenceVersion(), () -> NightJson.ledgers(night));
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
}
