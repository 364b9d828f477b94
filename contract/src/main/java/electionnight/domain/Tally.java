package electionnight.domain;

/**
 * A party's running sums. Sums only, so that a correction can take out what it replaces.
 *
 * @param seats seats won
 * @param gains seats won from another party
 * @param losses seats lost to another party
 * @param sittingGains seats won from another party's member
 * @param sittingLosses seats that the party's member had and another won
 * @param votes valid votes in the seats declared
 * @param comparableVotes those of them in seats that have a baseline
 * @param previousVotes the party's votes at the baseline, in the same seats
 */
public record Tally(
    int seats,
    int gains,
    int losses,
    int sittingGains,
    int sittingLosses,
    long votes,
    long comparableVotes,
    long previousVotes) {

  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

  static Tally ofSeats(int seats) {
    return new Tally(seats, 0, 0, 0, 0, 0, 0, 0);
  }

  static Tally ofChange(int gains, int losses) {
    return new Tally(0, gains, losses, 0, 0, 0, 0, 0);
  }

  static Tally ofSitting(int gains, int losses) {
    return new Tally(0, 0, 0, gains, losses, 0, 0, 0);
  }

  static Tally ofVotes(long votes, long comparableVotes, long previousVotes) {
    return new Tally(0, 0, 0, 0, 0, votes, comparableVotes, previousVotes);
  }

  Tally plus(Tally other) {
    return new Tally(
        seats + other.seats,
        gains + other.gains,
        losses + other.losses,
        sittingGains + other.sittingGains,
        sittingLosses + other.sittingLosses,
        votes + other.votes,
        comparableVotes + other.comparableVotes,
        previousVotes + other.previousVotes);
  }

  Tally negated() {
    return new Tally(
        -seats,
        -gains,
        -losses,
        -sittingGains,
        -sittingLosses,
        -votes,
        -comparableVotes,
        -previousVotes);
  }
}
