package electionnight.domain;

import electionnight.domain.Alert.Kind;
import electionnight.domain.Alert.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a night remembers of one seat.
 *
 * @param seat the reference data
 * @param reference the record it came in
 * @param word the latest word that was believed; empty until there is one
 * @param queried a later word that is being checked; empty where there is none
 * @param held who holds the seat; empty where it is not held
 * @param recount when a recount was announced; empty where none was
 * @param takenBack the result that was published last, while none is
 * @param correction what was last corrected of what had been published
 * @param alerts the alerts about this seat alone, as they stand, the withdrawn included
 */
public record SeatState(
    Seat seat,
    Cause reference,
    Optional<Word> word,
    Optional<Queried> queried,
    Optional<Hold> held,
    Optional<Instant> recount,
    Optional<Result> takenBack,
    Optional<Correction> correction,
    List<Alert> alerts) {

  public SeatState {
    alerts = List.copyOf(alerts);
  }

  /** A seat of which nothing was said yet. */
  static SeatState known(Seat seat, Cause reference) {
    return new SeatState(
        seat,
        reference,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The seat's result as it counts; empty until there is one, and while the seat is held. */
  public Optional<Result> result() {
    return held.isPresent() ? Optional.empty() : believed();
  }

  private Optional<Result> believed() {
    return word.flatMap(said -> Result.of(seat, said.declaration()));
  }

  /** What sources said of it: as believed, and as being checked. */
  List<Declaration> said() {
    return Stream.concat(word.stream(), queried.map(Queried::word).stream())
        .map(Word::declaration)
        .toList();
  }

  /** Whether anything was said of it, so that a change of the seat is news. */
  boolean isTouched() {
    return word.isPresent() || queried.isPresent() || held.isPresent();
  }

  /** Whether there is a result that is not counted. */
  boolean isChecked() {
    return queried.isPresent()
        || held.isPresent()
            && word.filter(said -> said.declaration().status().hasResult()).isPresent();
  }

  /** Whether an alert of a kind about it stands. */
  boolean stands(Kind kind) {
    return alerts.stream()
        .anyMatch(alert -> alert.kind() == kind && alert.state() != State.WITHDRAWN);
  }

  /** What is public of it. */
  public SeatReport report() {
    return new SeatReport(
        seat.seat(), seat.name(), result(), announced(), checking(), held, correction);
  }

  private Optional<Announced> announced() {
    return word.map(Word::declaration)
        .filter(said -> !said.status().hasResult())
        .map(
            said ->
                new Announced(
                    said.status(),
                    said.revision(),
                    said.declaredAt(),
                    said.source(),
                    said.reason()));
  }

  private Optional<Checking> checking() {
    if (queried.isPresent()) {
      return queried.map(doubt -> checking(doubt.word().declaration(), doubt.queries()));
    }
    return isChecked()
        ? word.map(said -> checking(said.declaration(), List.of()))
        : Optional.empty();
  }

  private static Checking checking(Declaration said, List<Query> queries) {
    return new Checking(said.revision(), said.status(), said.declaredAt(), said.source(), queries);
  }

  SeatState with(Seat amended, Cause record) {
    return new SeatState(
        amended, record, word, queried, held, recount, takenBack, correction, alerts);
  }

  /** Believes a word; one that was being checked and is not newer is dropped. */
  SeatState believing(Word said) {
    return new SeatState(
        seat,
        reference,
        Optional.of(said),
        queried.filter(
            doubt -> doubt.word().declaration().revision() > said.declaration().revision()),
        held,
        recountAfter(said.declaration()),
        takenBack,
        correction,
        alerts);
  }

  /** Of a recount that was announced and came to nothing, nothing is left. */
  private Optional<Instant> recountAfter(Declaration said) {
    if (said.status() == Status.RECOUNT) {
      return Optional.of(said.declaredAt());
    }
    boolean calledOff =
        said.status() == Status.WITHDRAWN
            && word.filter(last -> last.declaration().status() == Status.RECOUNT).isPresent();
    return calledOff ? Optional.empty() : recount;
  }

  SeatState querying(Optional<Queried> doubt) {
    return new SeatState(
        seat, reference, word, doubt, held, recount, takenBack, correction, alerts);
  }

  SeatState holding(Optional<Hold> hold) {
    return new SeatState(
        seat, reference, word, queried, hold, recount, takenBack, correction, alerts);
  }

  /**
   * Keeps in mind what was public until now, if it no longer is.
   *
   * @param published the result until now
   */
  SeatState remembering(Optional<Result> published) {
    Optional<Result> last = result().isPresent() ? Optional.empty() : published.or(() -> takenBack);
    return new SeatState(seat, reference, word, queried, held, recount, last, correction, alerts);
  }

  /** Whether an alert told of a correction. */
  boolean hasTold(Correction earlier) {
    return alerts.stream()
        .filter(alert -> alert.kind() == Kind.CORRECTION)
        .anyMatch(alert -> alert.facts().changes().equals(earlier.changes()));
  }

  SeatState corrected(Correction latest) {
    return new SeatState(
        seat, reference, word, queried, held, recount, takenBack, Optional.of(latest), alerts);
  }

  SeatState alerting(List<Alert> standing) {
    return new SeatState(
        seat, reference, word, queried, held, recount, takenBack, correction, standing);
  }
}
