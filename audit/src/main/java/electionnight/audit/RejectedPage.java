package electionnight.audit;

import electionnight.wire.Rejected;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** All that is known of one rejected input. */
final class RejectedPage {
  private RejectedPage() {}

  static List<String> of(RejectedInput rejected) {
    Rejected input = rejected.input();
    Page page = new Page();
    page.line("Came in at " + input.origin());
    page.line("Was rejected at " + Instant.ofEpochMilli(rejected.record().timestamp()));
    input.election().ifPresent(election -> page.line("Speaks of the night " + election));
    input.seat().ifPresent(seat -> page.line("Speaks of the seat " + seat));
    page.line(
        "Key: "
            + (input.key().isEmpty() ? "none" : printable(input.keyBytes(), input.key().get())));
    input.cause().ifPresent(cause -> page.line("SHA-256 " + cause.sha256()));
    page.heading("Reasons");
    input.reasons().forEach(reason -> page.line(reason.code() + ": " + reason.sentence()));
    page.heading(input.isWhole() ? "As it came in" : "As it came in, its beginning");
    printable(input.originalBytes(), input.original()).lines().forEach(page::line);
    return page.lines(rejected.place().toString());
  }

  /** Text without control characters, which could play tricks on a terminal; else Base64. */
  private static String printable(byte[] bytes, String base64) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean plain =
          text.codePoints()
              .allMatch(c -> c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c));
      return plain ? text : "Base64 " + base64;
    } catch (CharacterCodingException e) {
      return "Base64 " + base64;
    }
  }
}
