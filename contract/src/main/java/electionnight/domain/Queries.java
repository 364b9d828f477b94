package electionnight.domain;

import java.util.List;
import java.util.Optional;

/** What makes a result doubtful. */
final class Queries {
  private Queries() {}

  /**
   * The queries a declaration raises; empty where it looks sound. It was screened before.
   *
   * @param earlier what stands for the seat so far, believed or being checked
   * @param evidence what the other seats suggest
   */
  static List<Query> of(
      QueryRules rules,
      Election election,
      Seat seat,
      Declaration declaration,
      Optional<Declaration> earlier,
      Heard heard,
      Evidence evidence) {
    return List.of();
  }

  /** The other seats that have the same first and second votes; what SAME_FIGURES asks. */
  static Optional<Query> sameFigures(Seat seat, Declaration declaration, Evidence evidence) {
    return Optional.empty();
  }
}
