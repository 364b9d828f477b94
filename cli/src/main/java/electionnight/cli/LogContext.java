package electionnight.cli;

import electionnight.wire.Provenance;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * What lines of the log are about, as fields of their own where the log is JSON: {@code election},
 * {@code seat}, {@code revision}, and the {@code trace_id} that joins all lines about one message.
 * Immutable.
 */
public final class LogContext {
  private static final LogContext NOTHING = new LogContext(Map.of());

  private static final int LONGEST = 100;

  private final Map<String, String> fields;

  private LogContext(Map<String, String> fields) {
    this.fields = fields;
  }

  /** About a message that came so. */
  public static LogContext of(Provenance provenance) {
    return provenance
        .trace()
        .map(trace -> NOTHING.with("trace_id", trace.traceId()))
        .orElse(NOTHING);
  }

  /** And about a night, by its id, or what was said instead of one. */
  public LogContext election(String id) {
    return with("election", id);
  }

  /** And about a seat, by its id, or what was said instead of one. */
  public LogContext seat(String id) {
    return with("seat", id);
  }

  /** And about a revision of the night, or of the alert that is delivered. */
  public LogContext revision(long revision) {
    return with("revision", String.valueOf(revision));
  }

  private LogContext with(String field, String value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(field, PlainText.fit(PlainText.of(value), LONGEST));
    return new LogContext(more);
  }

  /** Runs what writes the lines. */
  public void run(Runnable lines) {
    Map<String, String> before = MDC.getCopyOfContextMap();
    fields.forEach(MDC::put);
    try {
      lines.run();
    } finally {
      MDC.clear();
      if (before != null) {
        MDC.setContextMap(before);
      }
    }
  }
}
