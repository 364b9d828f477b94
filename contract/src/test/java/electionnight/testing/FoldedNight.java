package electionnight.testing;

import electionnight.domain.Alert;
import electionnight.domain.Alert.State;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Evidence;
import electionnight.domain.Fold;
import electionnight.domain.Folded;
import electionnight.domain.Heard;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.Night;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatState;
import electionnight.domain.Seats;
import electionnight.domain.Update;
import electionnight.wire.Inputs;
import electionnight.wire.MessageType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fold with its state in memory: what the streams app does, without Kafka. Inputs are given
 * offsets in the topics {@code seats} and {@code declarations} in the order in which they come.
 */
public final class FoldedNight {
  private final Known known = new Known();
  private final List<Update> updates = new ArrayList<>();
  private final List<Folded.Rejected> rejected = new ArrayList<>();
  private final List<Folded.Ignored> ignored = new ArrayList<>();
  private Optional<Night> night = Optional.empty();
  private long seatsOffset;
  private long declarationsOffset;

  /** The night of generated reference data, before its first declaration. */
  public static FoldedNight of(GeneratedNight generated) {
    FoldedNight night = new FoldedNight();
    night.apply(generated.election());
    generated.seats().forEach(night::apply);
    return night;
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
    return keep(Fold.fold(night, input, heard(input, at), known));
  }

  private Heard heard(Input input, Instant at) {
    if (input instanceof Election election) {
      return reference(MessageType.ELECTION.write(election), at);
    } else if (input instanceof Seat seat) {
      return reference(MessageType.SEAT.write(seat), at);
    } else if (input instanceof Declaration declaration) {
      return said(MessageType.DECLARATION.write(declaration), at);
    } else if (input instanceof Confirmation confirmation) {
      return said(MessageType.CONFIRMATION.write(confirmation), at);
    } else if (input instanceof Hold hold) {
      return said(MessageType.HOLD.write(hold), at);
    } else {
      return said(MessageType.ALERT_SWITCH.write((AlertSwitch) input), at);
    }
  }

  private Heard reference(byte[] message, Instant at) {
    return Inputs.heard("seats", 0, seatsOffset++, message, at.toEpochMilli());
  }

  private Heard said(byte[] message, Instant at) {
    return Inputs.heard("declarations", 0, declarationsOffset++, message, at.toEpochMilli());
  }

  private static Instant saidAt(Input input) {
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

  /** Folds in declarations, in this order. */
  public FoldedNight applyAll(List<Declaration> declarations) {
    declarations.forEach(this::apply);
    return this;
  }

  private Folded keep(Folded folded) {
    if (folded instanceof Folded.Accepted accepted) {
      night = Optional.of(accepted.night());
      accepted.seats().forEach(known::put);
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
    return night.orElseThrow();
  }

  /** The totals as they stand. */
  public Scoreboard scoreboard() {
    return night().scoreboard();
  }

  /** Each seat as it stands, by its id. */
  public SortedMap<SeatId, SeatState> seats() {
    return Collections.unmodifiableSortedMap(known.seats);
  }

  /** Every update, in order. */
  public List<Update> updates() {
    return List.copyOf(updates);
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

  /** The seats as they stand, with the evidence that goes with them. */
  private static final class Known implements Seats {
    private final SortedMap<SeatId, SeatState> seats = new TreeMap<>();
    private Evidence evidence = Evidence.none();

    void put(SeatState state) {
      seats.put(state.seat().seat(), state);
      evidence = evidence.with(state);
    }

    @Override
    public Optional<SeatState> seat(SeatId seat) {
      return Optional.ofNullable(seats.get(seat));
    }

    @Override
    public List<SeatState> all() {
      return List.copyOf(seats.values());
    }

    @Override
    public Evidence evidence() {
      return evidence;
    }
  }
}
