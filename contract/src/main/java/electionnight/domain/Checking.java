package electionnight.domain;

import java.time.Instant;
import java.util.List;

/**
 * What is public of a result that is being checked: that there is one, and why it is not counted.
 * Its figures are not, so that nobody prints them.
 *
 * @param revision the revision that is checked
 * @param status what it claims to be
 * @param declaredAt when it claims to have been declared
 * @param source who reported it
 * @param queries why it is checked; empty where the seat is only held
 */
public record Checking(
    int revision, Status status, Instant declaredAt, String source, List<Query> queries) {
  public Checking {
    queries = List.copyOf(queries);
  }
}
