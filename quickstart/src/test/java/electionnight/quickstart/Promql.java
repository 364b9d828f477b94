package electionnight.quickstart;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Prometheus's language as finds the metrics in an expression. */
final class Promql {
  /** Texts, selectors of labels, ranges, and what labels vectors are matched or grouped by. */
  private static final Pattern BESIDE_METRICS =
      Pattern.compile(
          "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\boffset \\w+"
              + "|\\b(by|without|on|ignoring|group_left|group_right) *\\([^)]*\\)");

  private static final Pattern METRIC = Pattern.compile("\\b(?!\\d)[\\w:]+\\b(?! *\\()");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool");

  private Promql() {}

  static Set<String> metrics(String expression) {
    Set<String> metrics = new TreeSet<>();
    Matcher matcher = METRIC.matcher(BESIDE_METRICS.matcher(expression).replaceAll(" "));
    while (matcher.find()) {
      metrics.add(matcher.group());
    }
    metrics.removeAll(OPERATORS);
    return metrics;
  }
}
