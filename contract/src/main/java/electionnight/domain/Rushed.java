package electionnight.domain;

import java.util.List;
import java.util.Optional;

/** Who won, of a word without votes. */
final class Rushed {
  private Rushed() {}

  /**
   * The one candidate a rush can mean: of its name, its party, or both; those nominated, where the
   * ballot is known. Empty where it may mean several, or none.
   */
  static Optional<Candidate> winner(Seat seat, Declaration declaration) {
    if (seat.candidates().isEmpty()) {
      return declaration.party().map(party -> new Candidate(name(declaration), party));
    }
    List<Candidate> meant =
        seat.candidates().stream()
            .filter(
                candidate ->
                    declaration
                        .winner()
                        .filter(name -> !name.equals(candidate.candidate()))
                        .isEmpty())
            .filter(
                candidate ->
                    declaration.party().filter(party -> !party.equals(candidate.party())).isEmpty())
            .toList();
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  /** The winner in the words of its source: a name, a party, or both. */
  static String words(Declaration declaration) {
    return name(declaration) + declaration.party().map(party -> " (" + party + ")").orElse("");
  }

  private static String name(Declaration declaration) {
    return declaration.winner().orElse("");
  }
}
