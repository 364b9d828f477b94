package electionnight.audit;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.wire.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The first place at which two messages differ.
 *
 * @param path such as {@code scoreboard.parties[3].votes}
 * @param found what the log says there; empty text where it says nothing
 * @param expected what was to be there; empty text for nothing
 */
record JsonDifference(String path, String found, String expected) {
  private static final int LONGEST_VALUE = 200;

  /**
   * Compares in the order in which the expected message says things.
   *
   * @param at which paths to compare, of single values
   */
  static Optional<JsonDifference> between(byte[] found, byte[] expected, Predicate<String> at) {
    try {
      return between("", Json.shared().readTree(found), Json.shared().readTree(expected), at);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonDifference> between(
      String path, JsonNode found, JsonNode expected, Predicate<String> at) {
    if (found.equals(expected)) {
      return Optional.empty();
    }
    if (found.isObject() && expected.isObject()) {
      return betweenFields(path, found, expected, at);
    }
    if (found.isArray() && expected.isArray()) {
      for (int i = 0; i < Math.max(found.size(), expected.size()); i++) {
        Optional<JsonDifference> first =
            between(path + "[" + i + "]", found.path(i), expected.path(i), at);
        if (first.isPresent()) {
          return first;
        }
      }
      return Optional.empty();
    }
    return at.test(path)
        ? Optional.of(new JsonDifference(path, text(found), text(expected)))
        : Optional.empty();
  }

  private static Optional<JsonDifference> betweenFields(
      String path, JsonNode found, JsonNode expected, Predicate<String> at) {
    for (JsonNode names : Arrays.asList(expected, found)) {
      for (Iterator<String> fields = names.fieldNames(); fields.hasNext(); ) {
        String field = fields.next();
        Optional<JsonDifference> first =
            between(
                path.isEmpty() ? field : path + "." + field,
                found.path(field),
                expected.path(field),
                at);
        if (first.isPresent()) {
          return first;
        }
      }
    }
    return Optional.empty();
  }

  private static String text(JsonNode node) {
    String text = node.isMissingNode() ? "" : node.toString();
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
  }

  /** {@code majority.votes is 7 in the log and 8 re-folded}. */
  String sentence() {
    return path + " is " + value(found) + " in the log and " + value(expected) + " re-folded";
  }

  private static String value(String text) {
    return text.isEmpty() ? "absent" : text;
  }
}
