package electionnight.domain;

import java.time.Instant;
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
 * @param reason why it was amended, withdrawn or issued again; empty when first issued
 * @param was the facts before it was amended or withdrawn; empty when issued
 * @param cause the record of the log that brought this revision of it about
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
    Cause cause) {

  /** What an alert is about. */
  public enum Kind {
    /** A seat changed hands. */
    SEAT_GAIN,
    /** No seat declared earlier tonight had a bigger majority overturned. */
    BIGGEST_MAJORITY_OVERTURNED,
    /** A party has more than half of all seats. */
    MAJORITY_REACHED
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
   * @param from who held the seat
   * @param majority the new majority, in votes
   * @param overturned the old majority, in votes
   * @param basis against what it is a gain, and whether the old majority was actual or notional
   * @param record the highest entry of the record book that it beats; empty where it beats none or
   *     the book has none for this kind of contest
   * @param seats the party's seats when it reached the line
   * @param majorityLine the line
   */
  public record Facts(
      PartyCode party,
      Optional<PartyCode> from,
      OptionalInt majority,
      OptionalInt overturned,
      Optional<Basis> basis,
      Optional<RecordEntry> record,
      OptionalInt seats,
      OptionalInt majorityLine) {}
}
