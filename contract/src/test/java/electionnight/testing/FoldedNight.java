package electionnight.testing;

import electionnight.domain.Alert;
import electionnight.domain.Alert.State;
import electionnight.domain.Cause;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Fold;
import electionnight.domain.Folded;
import electionnight.domain.Night;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatState;
import electionnight.domain.Update;
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
  private final SortedMap<SeatId, SeatState> seats = new TreeMap<>();
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

  /** Folds in an election. */
  public Folded apply(Election election) {
    seatsOffset++;
    return keep(Fold.election(night, election));
  }

  /** Folds in a seat. */
  public Folded apply(Seat seat) {
    Cause cause = new Cause("seats", 0, seatsOffset++);
    return keep(Fold.seat(night, known(seat.seat()), seat, cause, this::all));
  }

  /** Folds in a declaration. */
  public Folded apply(Declaration declaration) {
    Cause cause = new Cause("declarations", 0, declarationsOffset++);
    return keep(Fold.declaration(night, known(declaration.seat()), declaration, cause, this::all));
  }

  /** Folds in declarations, in this order. */
  public FoldedNight applyAll(List<Declaration> declarations) {
    declarations.forEach(this::apply);
    return this;
  }

  private Folded keep(Folded folded) {
    if (folded instanceof Folded.Accepted accepted) {
      night = Optional.of(accepted.night());
      accepted.seat().ifPresent(seat -> seats.put(seat.seat().seat(), seat));
      accepted.update().ifPresent(updates::add);
    } else if (folded instanceof Folded.Rejected refusal) {
      rejected.add(refusal);
    } else if (folded instanceof Folded.Ignored nothing) {
      ignored.add(nothing);
    }
    return folded;
  }

  private Optional<SeatState> known(SeatId seat) {
    return Optional.ofNullable(seats.get(seat));
  }

  private List<SeatState> all() {
    return List.copyOf(seats.values());
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
    return Collections.unmodifiableSortedMap(seats);
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
}
