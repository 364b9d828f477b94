package electionnight.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What the headers of a record say of where its message came from. Anybody who may write to a topic
 * may write headers: what is not as ours are counts as not there, and of several the last counts.
 *
 * @param source who sent it: one of the producer's own ways in, or a source of its HTTP intake
 * @param trace what joins the lines of the log that are about it
 */
public record Provenance(Optional<String> source, Optional<TraceParent> trace) {
  /** The header that names the source. */
  public static final String SOURCE_HEADER = "source";

  /** What a source may be called. */
  public static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private static final int LONGEST = 512;

  /** Where nothing is known. */
  public static final Provenance UNKNOWN = new Provenance(Optional.empty(), Optional.empty());

  /** What a record's headers say. */
  public static Provenance of(Headers headers) {
    return new Provenance(
        text(headers, SOURCE_HEADER).filter(source -> SOURCE.matcher(source).matches()),
        text(headers, TraceParent.HEADER).flatMap(TraceParent::parse));
  }

  /** Says it in the headers of a record. */
  public void addTo(Headers headers) {
    source.ifPresent(name -> add(headers, SOURCE_HEADER, name));
    trace.ifPresent(parent -> add(headers, TraceParent.HEADER, parent.toString()));
  }

  private static void add(Headers headers, String key, String value) {
    headers.add(key, value.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> text(Headers headers, String key) {
    Header header = headers.lastHeader(key);
    return header == null || header.value() == null || header.value().length > LONGEST
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }
}
