package electionnight.domain;

/**
 * A party's running sums. Sums only, so that a correction can take out what it replaces.
 *
 * @param seats seats won
 * @param gains seats won from another party
 * @param losses seats lost to another party
 * @param votes valid votes in the seats declared
 * @param comparableVotes those of them in seats that have a baseline
 * @param previousVotes the party's votes at the baseline, in the same seats
 */
public record Tally(
    int seats, int gains, int losses, long votes, long comparableVotes, long previousVotes) {

  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        seats + other.seats,
        gains + other.gains,
        losses + other.losses,
        votes + other.votes,
        comparableVotes + other.comparableVotes,
        previousVotes + other.previousVotes);
  }

  Tally negated() {
    return new Tally(-seats, -gains, -losses, -votes, -comparableVotes, -previousVotes);
  }
}
