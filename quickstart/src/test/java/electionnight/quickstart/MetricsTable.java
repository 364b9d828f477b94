package electionnight.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/metrics.md says that an app serves. */
final class MetricsTable {
  private static final Path PAGE = OpsFiles.ROOT.resolve("docs/metrics.md");
  private static final Pattern METRIC =
      Pattern.compile("(?m)^\\| `(election_night_\\w+)` \\| (\\w+) \\|([^|]*)\\|([^|]*)\\|");
  private static final Pattern PREFIX = Pattern.compile("(?m)^\\| `(\\w+_)` \\|([^|]*)\\|");

  /** None of the test's brokers speaks TLS; CertificateExpiryTest holds this one. */
  private static final String WITH_TLS_ONLY = "election_night_certificate_expiry_timestamp_seconds";

  private final String page;

  MetricsTable() {
    try {
      page = Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each of our metrics as {@code name type [label, …]}, the labels in order. */
  Set<String> metrics(String app) {
    Set<String> rows = new TreeSet<>();
    Matcher row = METRIC.matcher(page);
    while (row.find()) {
      if (isOf(app, row.group(4)) && !row.group(1).equals(WITH_TLS_ONLY)) {
        rows.add(row.group(1) + " " + row.group(2) + " " + labels(row.group(3)));
      }
    }
    return rows;
  }

  /** How the names of all others begin. */
  List<String> prefixes(String app) {
    return PREFIX
        .matcher(page)
        .results()
        .filter(row -> isOf(app, row.group(2)))
        .map(row -> row.group(1))
        .toList();
  }

  private static boolean isOf(String app, String apps) {
    return apps.strip().equals("every") || Arrays.asList(apps.strip().split(", ")).contains(app);
  }

  private static Set<String> labels(String cell) {
    Set<String> labels = new TreeSet<>(Arrays.asList(cell.replace("`", "").strip().split(", ")));
    labels.remove("");
    return labels;
  }
}
