package electionnight.audit;

import electionnight.domain.Cause;
import electionnight.domain.Folded;
import electionnight.domain.Heard;
import electionnight.domain.Input;
import electionnight.domain.Seat;
import electionnight.domain.Update;
import electionnight.replay.NightInMemory;
import electionnight.wire.Decoded;
import electionnight.wire.Inputs;
import electionnight.wire.Rejected;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Folds the inputs of one night again, in the order that the log itself states.
 *
 * <p>Each input topic has its order. Between the two there is none but what the updates say: each
 * names its cause, and in its receipt the reference data it used. So the updates are taken in order
 * of revision, and for each its cause is folded. What lies before the cause in its topic and is
 * itself the cause of nothing must be shown to have changed nothing:
 *
 * <ul>
 *   <li>A record that is in {@code rejected}, by place and hash, was not folded. Why it was
 *       rejected may hang on the race of the two topics, or be a fault of that moment, so that is
 *       not asked again.
 *   <li>Reference data that caused no update is of a seat of which nothing was said yet, or repeats
 *       what was known. It is folded as early as the receipts allow: not before the last update
 *       that used an earlier record of the same seat, or of the election. Earlier or later makes no
 *       difference, because whatever is said of that seat first names, in its receipt, the record
 *       it used.
 *   <li>A declaration, confirmation, hold or switch that caused no update must have said nothing
 *       new: it must fold to {@link Folded.Ignored} at some point between the two updates from its
 *       topic around it. It changes nothing, so at which point is of no matter.
 * </ul>
 *
 * <p>Anything else should have had an update, or be in {@code rejected}.
 */
final class Refold {
  private final NightRecords log;
  private final List<Update> published;
  private final Map<Place, Long> revisions = new HashMap<>();
  private final Map<Place, Rejected> rejected;
  private final NightInMemory night = new NightInMemory();
  private final Deque<LogRecord> seats;
  private final Deque<LogRecord> declarations;

  /** Of the declarations passed by, those not yet seen to say nothing new. */
  private final Deque<LogRecord> silent = new ArrayDeque<>();

  private int rejectedInputs;

  /**
   * @param published the updates as the log has them, in order of revision
   * @throws Difference where two of them have one cause
   */
  Refold(NightRecords log, List<Update> published) {
    this.log = log;
    this.published = published;
    this.rejected = log.rejectedByPlace();
    this.seats = folded(log.seats());
    this.declarations = folded(log.declarations());
    for (Update update : published) {
      Place cause = Place.of(update.receipt().cause());
      Long earlier = revisions.put(cause, update.revision());
      if (earlier != null) {
        throw new Difference(
            cause + " is the cause of update " + earlier + " and of update " + update.revision());
      }
    }
  }

  private Deque<LogRecord> folded(List<LogRecord> records) {
    return new ArrayDeque<>(
        records.stream().filter(record -> log.folded().test(record.place())).toList());
  }

  /**
   * Folds up to an update and returns what it should have been.
   *
   * @param update the next in order of revision
   * @throws Difference where there should have been another, or none
   */
  Update next(Update update) {
    passReference(update.revision());
    passSilent();
    Place place = Place.of(update.receipt().cause());
    if (rejected.containsKey(place)) {
      throw new Difference(of(update) + ", and that record is in rejected too");
    }
    if (holds(seats, place)) {
      LogRecord cause = reachReference(update, place);
      return refolded(update, cause, Inputs.REFERENCE);
    } else if (holds(declarations, place)) {
      LogRecord cause = reachDeclaration(update, place);
      return refolded(update, cause, Inputs.NIGHT);
    }
    throw new Difference(of(update) + ", and there is no such record in the log");
  }

  /**
   * Folds what comes after the last update.
   *
   * @throws Difference where that should have had an update
   */
  void rest() {
    passReference(Long.MAX_VALUE);
    passSilent();
    requireNoneSilent();
  }

  /** How many inputs were passed by because they are in {@code rejected}. */
  int rejectedInputs() {
    return rejectedInputs;
  }

  private static boolean holds(Deque<LogRecord> records, Place place) {
    return records.stream().anyMatch(record -> record.place().equals(place));
  }

  private LogRecord reachReference(Update update, Place cause) {
    while (!seats.getFirst().place().equals(cause)) {
      requireInOrder(update, seats.getFirst());
      passReference(seats.removeFirst());
    }
    return seats.removeFirst();
  }

  private LogRecord reachDeclaration(Update update, Place cause) {
    requireNoneSilent();
    if (!declarations.getFirst().place().equals(cause)) {
      requireInOrder(update, declarations.getFirst());
    }
    return declarations.removeFirst();
  }

  private void requireInOrder(Update update, LogRecord before) {
    Long later = revisions.get(before.place());
    if (later != null) {
      throw new Difference(
          of(update) + ", but " + before.place() + " before it is the cause of update " + later);
    }
  }

  private Update refolded(Update update, LogRecord cause, Inputs inputs) {
    Decoded<Input> input = inputs.read(cause.key(), cause.value());
    if (input instanceof Decoded.Read<Input> read
        && night.fold(read.value(), cause.heard()) instanceof Folded.Accepted accepted
        && accepted.update().isPresent()) {
      return accepted.update().get();
    }
    boolean changed = !cause.sha256().equals(update.receipt().cause().sha256());
    throw new Difference(
        of(update)
            + (changed ? ", which was changed since it was folded" : "")
            + ", which now gives no update: "
            + judged(input, cause.heard()));
  }

  /** Folds the reference data that caused no update and may come before an update. */
  private void passReference(long revision) {
    while (!seats.isEmpty() && !revisions.containsKey(seats.getFirst().place())) {
      LogRecord record = seats.getFirst();
      if (usedBefore(record) >= revision) {
        return;
      }
      passReference(seats.removeFirst());
    }
  }

  private void passReference(LogRecord record) {
    if (isRejected(record)) {
      return;
    }
    Decoded<Input> input = Inputs.REFERENCE.read(record.key(), record.value());
    Heard heard = record.heard();
    boolean quiet =
        input instanceof Decoded.Read<Input> read && isQuiet(night.judge(read.value(), heard));
    if (!quiet) {
      throw unpublished(record, input);
    }
    night.fold(((Decoded.Read<Input>) input).value(), heard);
  }

  private static boolean isQuiet(Folded folded) {
    return folded instanceof Folded.Ignored
        || folded instanceof Folded.Accepted accepted && accepted.update().isEmpty();
  }

  /** The last update that used an earlier record of the same, which this one came after. */
  private long usedBefore(LogRecord record) {
    Decoded<Input> input = Inputs.REFERENCE.read(record.key(), record.value());
    if (rejected.containsKey(record.place())
        || !(input instanceof Decoded.Read<Input> read)
        || night.judge(read.value(), record.heard()) instanceof Folded.Ignored) {
      return 0;
    }
    return published.stream()
        .filter(update -> used(update, read.value()).filter(record::isAfter).isPresent())
        .mapToLong(Update::revision)
        .max()
        .orElse(0);
  }

  private static Optional<Cause> used(Update update, Input reference) {
    if (reference instanceof Seat seat) {
      return update.seats().stream()
          .findFirst()
          .filter(report -> report.seat().equals(seat.seat()))
          .flatMap(report -> update.receipt().baseline());
    }
    return Optional.of(update.receipt().election());
  }

  /** Passes by the declarations that caused no update, as far as the next that did. */
  private void passSilent() {
    while (!declarations.isEmpty() && !revisions.containsKey(declarations.getFirst().place())) {
      LogRecord record = declarations.removeFirst();
      if (!isRejected(record)) {
        silent.add(record);
      }
    }
    silent.removeIf(this::saysNothingNew);
  }

  private boolean saysNothingNew(LogRecord record) {
    return Inputs.NIGHT.read(record.key(), record.value()) instanceof Decoded.Read<Input> read
        && night.judge(read.value(), record.heard()) instanceof Folded.Ignored;
  }

  private void requireNoneSilent() {
    if (!silent.isEmpty()) {
      LogRecord first = silent.getFirst();
      throw unpublished(first, Inputs.NIGHT.read(first.key(), first.value()));
    }
  }

  private boolean isRejected(LogRecord record) {
    Rejected input = rejected.get(record.place());
    if (input == null) {
      return false;
    }
    String then = input.cause().orElseThrow().sha256();
    if (!then.equals(record.sha256())) {
      throw new Difference(
          record.place()
              + " was changed since it was rejected: its SHA-256 is "
              + record.sha256()
              + ", and was "
              + then);
    }
    rejectedInputs++;
    return true;
  }

  private Difference unpublished(LogRecord record, Decoded<Input> input) {
    boolean believed =
        input instanceof Decoded.Read<Input> read
            && night.judge(read.value(), record.heard()) instanceof Folded.Accepted;
    return new Difference(
        record.place()
            + (believed
                ? " should have had an update and has none: "
                : " should be in rejected and is not: ")
            + judged(input, record.heard()));
  }

  private String judged(Decoded<Input> input, Heard heard) {
    if (input instanceof Decoded.Unreadable<Input> unreadable) {
      return Readable.sentence(unreadable.reasons());
    }
    Input value = ((Decoded.Read<Input>) input).value();
    Folded folded = night.judge(value, heard);
    if (folded instanceof Folded.Rejected refusal) {
      return Readable.sentence(refusal.reasons());
    } else if (folded instanceof Folded.Ignored ignored) {
      return "it says nothing new (" + ignored.why() + ")";
    }
    return "it is " + InputWords.of(value);
  }

  private static String of(Update update) {
    return "update " + update.revision() + " is caused by " + update.receipt().cause();
  }
}
