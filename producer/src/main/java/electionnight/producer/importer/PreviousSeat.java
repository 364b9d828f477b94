package electionnight.producer.importer;

import java.util.List;
import java.util.OptionalInt;

/**
 * A seat's result at the previous election, with the figures published about it.
 *
 * @param where the file and line
 * @param name the seat's name then
 * @param votes a row per candidate
 * @param validVotes as published
 * @param majority as published
 */
record PreviousSeat(
    String where, String name, List<Votes> votes, OptionalInt validVotes, OptionalInt majority) {

  /**
   * One candidate's votes.
   *
   * @param where the file and line
   * @param affiliation whom the candidate stood for
   * @param votes valid votes
   */
  record Votes(String where, Affiliation affiliation, int votes) {}
}
