package electionnight.domain;

import electionnight.domain.Reason.Code;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What cannot be true of the terms of a night, or of a decision, whoever says it. */
final class Screening {
  private Screening() {}

  /** The rules an election breaks; empty where it is sound. Its attribution is told only once. */
  static List<Reason> of(Election election) {
    Reasons reasons = new Reasons();
    if (!election.basis().isOfNights()) {
      reasons.add(
          Code.INVALID_FIELD,
          "basis",
          election.basis(),
          Basis.LAST_GENERAL + " or " + Basis.NOTIONAL);
    }
    reasons.name("name", election.name());
    reasons.name("previous", election.previous());
    for (int i = 0; i < election.parties().size(); i++) {
      Party party = election.parties().get(i);
      reasons.name("parties[" + i + "].name", party.name());
      reasons.name("parties[" + i + "].collective", party.collective());
      reasons.name("parties[" + i + "].colour", party.colour());
    }
    RecordBook book = election.recordBook();
    for (int i = 0; i < book.scopes().size(); i++) {
      reasons.text("recordBook.scopes[" + i + "].source", book.scopes().get(i).source());
    }
    for (int i = 0; i < book.entries().size(); i++) {
      reasons.name("recordBook.entries[" + i + "].name", book.entries().get(i).name());
      reasons.text("recordBook.entries[" + i + "].source", book.entries().get(i).source());
    }
    return reasons.found();
  }

  /** What anyone who decides something has to tell: a name and, mostly, a reason. */
  static List<Reason> ofDecision(String by, Optional<String> reason, Instant at) {
    Reasons reasons = new Reasons();
    reasons.time("at", at);
    if (by.isBlank()) {
      reasons.add(Code.UNEXPLAINED, "by", "", "who decided it");
    }
    reasons.name("by", by);
    reason.ifPresent(text -> reasons.text("reason", text));
    if (reason.filter(String::isBlank).isPresent()) {
      reasons.add(Code.UNEXPLAINED, "reason", "", "why it was decided");
    }
    return reasons.found();
  }
}
