package electionnight.domain;

import java.util.List;

/**
 * A word that is being checked.
 *
 * @param word what was said
 * @param queries why it is checked; at least one
 */
public record Queried(Word word, List<Query> queries) {
  public Queried {
    queries = List.copyOf(queries);
  }
}
