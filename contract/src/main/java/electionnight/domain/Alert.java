package electionnight.domain;

import electionnight.domain.Correction.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A sentence ready to print, with the facts it states and the proof of them. It keeps one id for
 * life: when a later change makes it wrong, the same id is amended or withdrawn.
 *
 * @param id {@code election:KIND:subject}, the subject being a seat or a party
 * @param kind what happened
 * @param state issued, amended or withdrawn
 * @param revision 1 when first issued, one more each time it changes
 * @param election the night
 * @param mode live, replay or test; only live alerts are news
 * @param seat the seat it speaks of
 * @param name the seat's name
 * @param at when that seat was declared
 * @param headline ready to print
 * @param facts the figures in the headline, as fields
 * @param reason why it was amended, withdrawn, issued again or issued late, and always of a
 *     correction; else empty when first issued
 * @param was the facts before it was amended or withdrawn; empty when issued
 * @param receipt the proof of this revision of it
 */
public record Alert(
    String id,
    Kind kind,
    State state,
    int revision,
    ElectionId election,
    Mode mode,
    SeatId seat,
    String name,
    Instant at,
    String headline,
    Facts facts,
    Optional<String> reason,
    Optional<Facts> was,
    Receipt receipt) {

  /** What an alert is about. */
  public enum Kind {
    /** A seat changed hands. */
    SEAT_GAIN,
    /** No seat declared earlier tonight had a bigger majority overturned. */
    BIGGEST_MAJORITY_OVERTURNED,
    /** A party has more than half of all seats. */
    MAJORITY_REACHED,
    /** No seat declared earlier tonight had a larger swing. */
    LARGEST_SWING,
    /** No seat declared earlier tonight had a narrower majority. */
    NARROWEST_MAJORITY,
    /** Another party won a seat for the first time in very many years. */
    FIRST_SINCE,
    /** A party won back what it had lost since the last general election. */
    REGAIN,
    /** The first two had the same number of votes, and the lot decided. */
    TIE_BY_LOT,
    /** The votes of a seat are counted again; amended when they were. */
    RECOUNT,
    /** Something published of a seat was wrong; amended when more is. */
    CORRECTION;

    /**
     * Whether it tells what happened to what was published, and not what the results say. Such
     * notices depend on what was published when, so a night that heard only the final results has
     * none.
     */
    public boolean isNotice() {
      return this == RECOUNT || this == CORRECTION;
    }

    /** Whether it tells of a record of the night so far, which stands when it is beaten later. */
    public boolean isSoFar() {
      return this == BIGGEST_MAJORITY_OVERTURNED
          || this == LARGEST_SWING
          || this == NARROWEST_MAJORITY
          || this == MAJORITY_REACHED;
    }
  }

  /** Where an alert stands in its life. */
  public enum State {
    ISSUED,
    AMENDED,
    WITHDRAWN
  }

  /**
   * What an alert states. Which fields are present follows from the kind.
   *
   * @param party who won the seat, or reached the line
   * @param from who held the seat, or whose member did
   * @param majority the new majority, in votes
   * @param overturned the old majority, in votes
   * @param swing the swing, its method and its pair
   * @param basis against what it is a gain, and whether the old majority was actual or notional
   * @param record the place in the record book
   * @param seats the party's seats when it reached the line
   * @param majorityLine the line
   * @param heldSince the year from which the seat had been held by {@code from}
   * @param tiedAt the votes that each of the first two had, where the lot decided
   * @param changes what was corrected; none but in a correction
   */
  public record Facts(
      Optional<PartyCode> party,
      Optional<PartyCode> from,
      OptionalInt majority,
      OptionalInt overturned,
      Optional<Swing> swing,
      Optional<Basis> basis,
      Optional<RecordRank> record,
      OptionalInt seats,
      OptionalInt majorityLine,
      OptionalInt heldSince,
      OptionalInt tiedAt,
      List<Change> changes) {

    public Facts {
      changes = List.copyOf(changes);
    }
  }
}
