package electionnight.domain;

import java.util.Optional;

/**
 * The votes by which two seats are told to be one and the same.
 *
 * @param first votes of the first
 * @param second votes of the second
 */
record FirstAndSecond(int first, int second) {

  /** Empty where votes are not told, or the winner is unopposed. */
  static Optional<FirstAndSecond> of(Declaration declaration) {
    return declaration.status().hasVotes()
        ? Ballot.of(declaration)
            .second()
            .map(
                second ->
                    new FirstAndSecond(Ballot.of(declaration).winner().votes(), second.votes()))
        : Optional.empty();
  }
}
