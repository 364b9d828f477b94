package electionnight.quickstart;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an app serves at /metrics, by the names that stand behind # TYPE. */
final class ServedMetrics {
  private static final String OURS = "election_night_";
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  private final String text;
  private final Map<String, String> types = new TreeMap<>();

  ServedMetrics(String text) {
    this.text = text;
    TYPE.matcher(text).results().forEach(found -> types.put(found.group(1), found.group(2)));
  }

  /** Each of our metrics as {@code name type [label, …]}, the labels in order. */
  Set<String> ours() {
    return types.keySet().stream()
        .filter(name -> name.startsWith(OURS) && !isMaximum(name))
        .map(name -> name + " " + types.get(name) + " " + labels(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those of ours of which nobody is told what they mean. */
  Set<String> unexplained() {
    return types.keySet().stream()
        .filter(name -> name.startsWith(OURS))
        .filter(name -> !Pattern.compile("(?m)^# HELP " + name + " \\S").matcher(text).find())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of all others. */
  Set<String> others() {
    return types.keySet().stream()
        .filter(name -> !name.startsWith(OURS))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The value of the first sample that begins so; not a number where there is none. */
  double value(String sample) {
    Matcher found = Pattern.compile("(?m)^" + Pattern.quote(sample) + "\\S* (\\S+)$").matcher(text);
    return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
  }

  private boolean isMaximum(String name) {
    return name.endsWith("_max")
        && "histogram".equals(types.get(name.substring(0, name.length() - "_max".length())));
  }

  private Set<String> labels(String name) {
    Set<String> labels = new TreeSet<>();
    Pattern.compile("(?m)^" + name + "(?:_bucket|_count|_sum)?\\{(.*)\\} \\S+$")
        .matcher(text)
        .results()
        .flatMap(sample -> LABEL.matcher(sample.group(1)).results())
        .forEach(label -> labels.add(label.group(1)));
    labels.remove("le");
    return labels;
  }
}
