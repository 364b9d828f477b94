package electionnight.testing;

import electionnight.domain.Alert;
import electionnight.domain.Alert.State;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Cause;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Evidence;
import electionnight.domain.Folded;
import electionnight.domain.Heard;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.Night;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.SeatState;
import electionnight.domain.Update;
import electionnight.replay.NightInMemory;
import electionnight.wire.Inputs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fold with its state in memory: what the streams app does, without Kafka. Inputs are given
 * offsets in the topics {@code seats} and {@code declarations} in the order in which they come.
 */
public final class FoldedNight {
  private final NightInMemory night = new NightInMemory();
  private final Map<Cause, Input> log = new LinkedHashMap<>();
  private final List<Update> updates = new ArrayList<>();
  private final List<Folded.Rejected> rejected = new ArrayList<>();
  private final List<Folded.Ignored> ignored = new ArrayList<>();
  private long seatsOffset;
  private long declarationsOffset;

  /** The night of generated reference data as it is in the end, before its first declaration. */
  public static FoldedNight of(GeneratedNight generated) {
    return opened(generated.election(), generated.seats());
  }

  /** The night of generated reference data as it was known before its first declaration. */
  public static FoldedNight asFirstKnown(GeneratedNight generated) {
    return opened(generated.election(), generated.firstKnown());
  }

  private static FoldedNight opened(Election election, List<Seat> seats) {
    FoldedNight night = new FoldedNight();
    night.apply(election);
    return night.applyAll(seats);
  }

  /** Folds in an input, heard when it was said. */
  public Folded apply(Input input) {
    return apply(input, saidAt(input));
  }

  /**
   * Folds in an input.
   *
   * @param at when it was heard
   */
  public Folded apply(Input input, Instant at) {
    Heard heard = heard(input, at);
    log.put(heard.cause(), input);
    return keep(night.fold(input, heard));
  }

  private Heard heard(Input input, Instant at) {
    byte[] message = message(input);
    return input instanceof Election || input instanceof Seat
        ? Inputs.heard("seats", 0, seatsOffset++, message, at.toEpochMilli())
        : Inputs.heard("declarations", 0, declarationsOffset++, message, at.toEpochMilli());
  }

  /** An input as it is written to its topic. */
  public static byte[] message(Input input) {
    return Inputs.write(input);
  }

  /** When an input was said; long ago where it is known before the night. */
  public static Instant saidAt(Input input) {
    if (input instanceof Declaration declaration) {
      return declaration.declaredAt();
    } else if (input instanceof Confirmation confirmation) {
      return confirmation.at();
    } else if (input instanceof Hold hold) {
      return hold.at();
    } else {
      return input instanceof AlertSwitch change ? change.at() : Instant.EPOCH;
    }
  }

  /** Folds in inputs, in this order. */
  public FoldedNight applyAll(List<? extends Input> inputs) {
    inputs.forEach(this::apply);
    return this;
  }

  private Folded keep(Folded folded) {
    if (folded instanceof Folded.Accepted accepted) {
      accepted.update().ifPresent(updates::add);
    } else if (folded instanceof Folded.Rejected refusal) {
      rejected.add(refusal);
    } else if (folded instanceof Folded.Ignored nothing) {
      ignored.add(nothing);
    }
    return folded;
  }

  /** The night as it stands; there must have been an election. */
  public Night night() {
    return night.night().orElseThrow();
  }

  /** The totals as they stand. */
  public Scoreboard scoreboard() {
    return night().scoreboard();
  }

  /** Each seat as it stands, by its id. */
  public SortedMap<SeatId, SeatState> seats() {
    return night.seats().byId();
  }

  /** Every update, in order. */
  public List<Update> updates() {
    return List.copyOf(updates);
  }

  /** Every record that was heard, in order, and what it says. */
  public Map<Cause, Input> log() {
    return Collections.unmodifiableMap(log);
  }

  /** What is suggested by the seats, as it was kept up to date. */
  public Evidence evidence() {
    return night.seats().evidence();
  }

  /** What was last published of each seat, as a reader of updates holds it. */
  public SortedMap<SeatId, SeatReport> reports() {
    SortedMap<SeatId, SeatReport> latest = new TreeMap<>();
    updates.forEach(update -> update.seats().forEach(report -> latest.put(report.seat(), report)));
    return latest;
  }

  /** Every refusal, in order. */
  public List<Folded.Rejected> rejected() {
    return List.copyOf(rejected);
  }

  /** Every input that said nothing new, in order. */
  public List<Folded.Ignored> ignored() {
    return List.copyOf(ignored);
  }

  /** The latest revision of every alert ever published, by id, as a reader of updates holds it. */
  public SortedMap<String, Alert> alerts() {
    Map<String, Alert> latest = new LinkedHashMap<>();
    updates.forEach(update -> update.alerts().forEach(alert -> latest.put(alert.id(), alert)));
    return new TreeMap<>(latest);
  }

  /** The alerts that are not withdrawn, in the order of their ids. */
  public List<Alert> standingAlerts() {
    return alerts().values().stream().filter(alert -> alert.state() != State.WITHDRAWN).toList();
  }
}
