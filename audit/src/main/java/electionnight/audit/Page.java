package electionnight.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plain text under headings, and how figures are written in it. */
final class Page {
  private final List<String> lines = new ArrayList<>();

  Page heading(String text) {
    lines.add("");
    lines.add(text);
    return this;
  }

  Page line(String text) {
    lines.add("  " + text);
    return this;
  }

  /** A line with a figure in front, so that figures stand below each other. */
  Page figure(String figure, String text) {
    return line(String.format(Locale.UK, "%9s  %s", figure, text));
  }

  /** The same with a share in percent after the figure. */
  Page figure(String figure, String percent, String text) {
    return figure(figure, String.format(Locale.UK, "%8s %%  %s", percent, text));
  }

  /** The lines; the first says what is explained. */
  List<String> lines(String first) {
    List<String> page = new ArrayList<>();
    page.add(first);
    page.addAll(lines);
    return page;
  }

  /** A count, thousands separated. */
  static String number(long count) {
    return String.format(Locale.UK, "%,d", count);
  }

  /** {@code part} in percent of {@code whole}, with the four decimals that figures are kept in. */
  static String percent(long part, long whole) {
    return points(whole == 0 ? 0 : 100.0 * part / whole);
  }

  /** Percent or percentage points, with four decimals. */
  static String points(double value) {
    return String.format(Locale.UK, "%.4f", value);
  }

  static String because(Optional<String> reason) {
    return reason.map(text -> ", because: " + text).orElse("");
  }
}
