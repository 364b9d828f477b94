package electionnight.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventParserTest {
  private static final String STREAM =
      "\uFEFFretry: 1500\n\n: comment\nid: 7\nevent: update\ndata: Ynys Môn\ndata:two\n\n"
          + "id: 8\n\nretry: soon\ndata\n\nevent: lost\n\ndata: {}\n\ndata: cut off";

  private final EventParser parser = new EventParser(40);

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void theSameEventsWhereverTheBytesAreCut(String lineBreak) {
    byte[] bytes = STREAM.replace("\n", lineBreak).getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= bytes.length; cut++) {
      EventParser cutParser = new EventParser(40);
      List<Event> events = new ArrayList<>(cutParser.read(ByteBuffer.wrap(bytes, 0, cut)));
      events.addAll(cutParser.read(ByteBuffer.wrap(bytes, cut, bytes.length - cut)));

      assertThat(events)
          .as("cut at " + cut)
          .containsExactly(
              new Event("7", "update", "Ynys Môn\ntwo", false),
              new Event("8", "message", "", false),
              new Event("8", "message", "{}", false));
      assertThat(cutParser.retry()).contains(Duration.ofMillis(1500));
    }
  }

  @Test
  void anEventThatIsTooLongIsToldAndTheNextIsRead() {
    assertThat(read("event: update\ndata: " + "x".repeat(100) + "\n\ndata: short\n\n"))
        .containsExactly(
            new Event("", "update", "", true), new Event("", "message", "short", false));
    assertThat(read("data: 123456789\n".repeat(5) + "\n"))
        .containsExactly(new Event("", "message", "", true));
  }

  private List<Event> read(String text) {
    return parser.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
