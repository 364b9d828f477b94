package electionnight.wire;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What joins the lines of a log, and the traces of other systems, to one message: the header {@code
 * traceparent} of <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>, version 00.
 * It is handed on as it came, because no part of this system reports spans of its own.
 *
 * @param traceId 32 lower case hexadecimal digits, not all of them 0
 * @param parentId 16 lower case hexadecimal digits, not all of them 0
 * @param flags 2 lower case hexadecimal digits
 */
public record TraceParent(String traceId, String parentId, String flags) {
  /** What it is called in HTTP and in a Kafka record. */
  public static final String HEADER = "traceparent";

  // What a later version adds comes behind another hyphen; ff is no version.
  private static final Pattern TEXT =
      Pattern.compile(
          "(?!ff)(?<version>[0-9a-f]{2})-(?<trace>(?!0{32})[0-9a-f]{32})"
              + "-(?<parent>(?!0{16})[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<more>-.*)?");
  private static final String VERSION = "00";
  private static final int LONGEST = 512;
  private static final int SAMPLED = 1;
  private static final HexFormat HEX = HexFormat.of();

  /** Our log keeps every trace, so those that follow it may as well. */
  private static final String SAMPLED_FLAGS = "01";

  /**
   * Reads a header.
   *
   * @return empty where it is none, by the letter of the standard
   */
  public static Optional<TraceParent> parse(String text) {
    Matcher parts = TEXT.matcher(text.length() > LONGEST ? "" : text);
    boolean isOne =
        parts.matches() && (!parts.group("version").equals(VERSION) || parts.group("more") == null);
    return isOne
        ? Optional.of(
            new TraceParent(
                parts.group("trace"), parts.group("parent"), known(parts.group("flags"))))
        : Optional.empty();
  }

  /** Flags that version 00 does not know are not handed on. */
  private static String known(String flags) {
    return HEX.toHexDigits((byte) (HexFormat.fromHexDigits(flags) & SAMPLED));
  }

  /** The beginning of a trace, by chance. */
  public static TraceParent begin() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new TraceParent(
        HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(notZero(random)),
        HEX.toHexDigits(notZero(random)),
        SAMPLED_FLAGS);
  }

  private static long notZero(ThreadLocalRandom random) {
    long number = random.nextLong();
    return number == 0 ? 1 : number;
  }

  /** The header. */
  @Override
  public String toString() {
    return VERSION + "-" + traceId + "-" + parentId + "-" + flags;
  }
}
