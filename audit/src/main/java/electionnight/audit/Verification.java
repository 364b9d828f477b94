package electionnight.audit;

import electionnight.domain.Alert;
import electionnight.domain.Rules;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import electionnight.wire.MessageType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares what was published of one night with its inputs folded again: every update byte for
 * byte; the topic of alerts with what the updates say, record by record; and, of a night at rest,
 * what compaction left of scoreboards and results with the last update.
 */
final class Verification {
  private static final String HASH = "sha256";

  private final NightRecords log;

  private Verification(NightRecords log) {
    this.log = log;
  }

  /** Proves a night, or says where it first differs. */
  static Verdict of(NightRecords log) {
    try {
      return new Verdict(true, log.name() + ": " + new Verification(log).agreement());
    } catch (Difference first) {
      return new Verdict(false, log.name() + ": " + first.getMessage());
    }
  }

  private String agreement() {
    List<Update> published = new ArrayList<>();
    List<LogRecord> records = new ArrayList<>();
    for (LogRecord record : log.updates()) {
      Update update = Readable.of(MessageType.UPDATE, record);
      if (log.folded().test(Place.of(update.receipt().cause()))) {
        requireNext(record, update, published.size() + 1);
        published.add(update);
        records.add(record);
      }
    }
    Refold refold = new Refold(log, published);
    for (int i = 0; i < published.size(); i++) {
      compare(records.get(i), published.get(i), refold.next(published.get(i)));
    }
    refold.rest();
    int alerts = compareAlerts(published);
    boolean atRest =
        published.size() == log.updates().size()
            && log.inputs().allMatch(record -> log.folded().test(record.place()));
    if (atRest) {
      compareScoreboard(published);
      compareResults(published);
    }
    return agreed(published.size(), alerts, refold.rejectedInputs(), atRest);
  }

  private String agreed(int updates, int alerts, int rejected, boolean atRest) {
    long waiting = log.inputs().filter(record -> !log.folded().test(record.place())).count();
    return counted(updates, "update")
        + ", "
        + counted(alerts, "alert")
        + (atRest ? ", the scoreboard and the results" : "")
        + " agree with "
        + log.seats().size()
        + " + "
        + log.declarations().size()
        + " inputs"
        + (rejected > 0 ? ", " + rejected + " of them rejected" : "")
        + (waiting > 0 ? ", " + waiting + " of them not folded yet" : "")
        + ", rules version "
        + Rules.VERSION;
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static void requireNext(LogRecord record, Update update, long expected) {
    if (update.revision() != expected) {
      throw new Difference(
          record.place() + " is update " + update.revision() + ", expected update " + expected);
    }
    if (!update.receipt().rules().equals(Rules.VERSION)) {
      throw new Difference(
          "update "
              + update.revision()
              + " was made by rules version "
              + update.receipt().rules()
              + ", and this program has version "
              + Rules.VERSION
              + ": verify it with a program that has those");
    }
  }

  private static void compare(LogRecord record, Update published, Update refolded) {
    byte[] expected = MessageType.UPDATE.write(refolded);
    if (!Arrays.equals(record.value(), expected)) {
      throw new Difference(
          "update "
              + published.revision()
              + " at "
              + record.place()
              + ", caused by "
              + published.receipt().cause()
              + ", differs: "
              + first(record.value(), expected));
    }
  }

  /** A hash that differs says that an input was changed; what that changed says more. */
  private static String first(byte[] found, byte[] expected) {
    Optional<String> hash =
        JsonDifference.between(found, expected, path -> path.endsWith(HASH))
            .map(JsonDifference::sentence)
            .map(sentence -> sentence + ", so that input was changed since");
    Optional<String> figure =
        JsonDifference.between(found, expected, path -> !path.endsWith(HASH))
            .map(JsonDifference::sentence);
    if (figure.isPresent()) {
      return figure.get() + hash.map(sentence -> "; " + sentence).orElse("");
    }
    return hash.orElseGet(
        () -> "it says the same in other bytes, from byte " + Arrays.mismatch(found, expected));
  }

  private int compareAlerts(List<Update> published) {
    List<LogRecord> records =
        log.alerts().stream()
            .filter(
                record ->
                    log.folded()
                        .test(Place.of(Readable.of(MessageType.ALERT, record).receipt().cause())))
            .toList();
    int next = 0;
    for (Update update : published) {
      for (Alert alert : update.alerts()) {
        String what =
            "revision "
                + alert.revision()
                + " of the alert "
                + alert.id()
                + " in update "
                + update.revision();
        if (next == records.size()) {
          throw new Difference(what + " is not in the topic of alerts");
        }
        LogRecord record = records.get(next++);
        byte[] expected = MessageType.ALERT.write(alert);
        if (!Arrays.equals(record.value(), expected)) {
          throw new Difference(
              what
                  + " is not what "
                  + record.place()
                  + " says: "
                  + first(record.value(), expected));
        }
      }
    }
    if (next < records.size()) {
      throw new Difference(records.get(next).place() + " is an alert of no update");
    }
    return next;
  }

  private void compareScoreboard(List<Update> published) {
    if (published.isEmpty() && log.scoreboard().isEmpty()) {
      return;
    }
    if (published.isEmpty() || log.scoreboard().isEmpty()) {
      throw new Difference(
          published.isEmpty() ? "there is a scoreboard of no update" : "there is no scoreboard");
    }
    compareLatest(
        "the scoreboard",
        last(log.scoreboard()),
        Optional.of(
            MessageType.SCOREBOARD.write(published.get(published.size() - 1).scoreboard())));
  }

  private void compareResults(List<Update> published) {
    Map<SeatId, SeatReport> reports = new TreeMap<>();
    published.forEach(update -> update.seats().forEach(seat -> reports.put(seat.seat(), seat)));
    Map<String, LogRecord> latest = new HashMap<>();
    log.results().forEach(record -> latest.put(record.keyText(), record));
    reports.forEach(
        (seat, report) -> {
          String key = log.key() + "/" + seat;
          Optional<LogRecord> record = Optional.ofNullable(latest.remove(key));
          Optional<byte[]> expected = report.result().map(MessageType.RESULT::write);
          if (record.isPresent()) {
            compareLatest("the result of " + seat, record.get(), expected);
          } else if (expected.isPresent()) {
            throw new Difference("there is no result of " + seat + " in the topic of results");
          }
        });
    latest.values().stream()
        .filter(record -> record.value() != null)
        .findFirst()
        .ifPresent(
            record -> {
              throw new Difference(record.place() + " is a result of no update");
            });
  }

  private static void compareLatest(String what, LogRecord record, Optional<byte[]> expected) {
    byte[] found = record.value();
    boolean same =
        expected.map(bytes -> Arrays.equals(found, bytes)).orElseGet(() -> found == null);
    if (same) {
      return;
    }
    String how =
        found == null
            ? "it is taken back, and the updates have one"
            : expected
                .map(bytes -> first(found, bytes))
                .orElse("the updates have none, or took it back");
    throw new Difference(what + " at " + record.place() + " is not the latest: " + how);
  }

  private static LogRecord last(List<LogRecord> records) {
    return records.get(records.size() - 1);
  }
}
