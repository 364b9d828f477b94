package electionnight.audit;

import electionnight.domain.Cause;
import electionnight.domain.Checking;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.Query;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a seat was being checked or held before it was believed, and what ended that. */
final class Doubts {
  private final Proof proof;
  private final List<String> lines = new ArrayList<>();
  private Optional<Checking> checking = Optional.empty();
  private Optional<Hold> held = Optional.empty();

  private Doubts(Proof proof) {
    this.proof = proof;
  }

  /**
   * In the order in which they came.
   *
   * @param updates the night's, up to the one that is explained
   */
  static List<String> of(SeatId seat, List<Update> updates, Proof proof) {
    Doubts doubts = new Doubts(proof);
    for (Update update : updates) {
      update.seats().stream()
          .filter(report -> report.seat().equals(seat))
          .findFirst()
          .ifPresent(report -> doubts.follow(update, report));
    }
    return List.copyOf(doubts.lines);
  }

  private void follow(Update update, SeatReport report) {
    Cause cause = update.receipt().cause();
    Optional<Checking> doubted = report.checking().filter(now -> !now.queries().isEmpty());
    if (!doubted.equals(checking)) {
      checking.ifPresent(
          before ->
              lines.add(
                  "update "
                      + update.revision()
                      + ": "
                      + doubted
                          .filter(now -> now.revision() == before.revision())
                          .map(now -> "the queries of revision " + before.revision() + " changed")
                          .orElseGet(() -> ended(cause, before))));
      doubted.ifPresent(now -> queried(update, now));
      checking = doubted;
    }
    if (!report.held().equals(held)) {
      lines.add(
          "update "
              + update.revision()
              + ": "
              + report.held().map(Doubts::held).orElseGet(() -> released(cause)));
      held = report.held();
    }
  }

  private void queried(Update update, Checking now) {
    for (Query query : now.queries()) {
      lines.add(
          "update "
              + update.revision()
              + ": revision "
              + now.revision()
              + " of "
              + now.source()
              + " was queried, "
              + query.code()
              + ": "
              + query.words());
    }
  }

  private String ended(Cause cause, Checking before) {
    String what = "revision " + before.revision() + " ";
    Optional<Input> input = proof.input(cause);
    if (input.isPresent() && input.get() instanceof Confirmation confirmation) {
      return what
          + "was confirmed by "
          + confirmation.by()
          + confirmation.reason().map(reason -> ": " + reason).orElse("")
          + " ("
          + cause
          + ")";
    }
    if (input.isPresent() && input.get() instanceof Declaration said) {
      return what
          + (said.revision() == before.revision()
              ? "was borne out by " + said.source()
              : "was replaced by revision " + said.revision() + " of " + said.source())
          + " ("
          + cause
          + ")";
    }
    return what + "was believed because of " + cause;
  }

  private String released(Cause cause) {
    return proof
        .input(cause)
        .filter(Hold.class::isInstance)
        .map(Hold.class::cast)
        .map(release -> "released by " + release.by() + ": " + release.reason())
        .orElse("released");
  }

  private static String held(Hold hold) {
    return "held by " + hold.by() + ": " + hold.reason();
  }
}
