package electionnight.dashboard.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormatTest {
  private static final Optional<EventId> ID = Optional.of(new EventId(7, Optional.of("k3x")));
  private static final String JSON = "{\"name\":\"Ynys Môn <script>\\n\u2028\"}";

  @Test
  void anUpdateIsOneEventWithTheBytesAsTheyCame() {
    assertThat(EventFormat.SERVER_SENT.event("update", ID, utf8(JSON)).toString())
        .isEqualTo("id: 7-k3x\nevent: update\ndata: " + JSON + "\n\n");
  }

  @Test
  void aMessageOfASocketIsOneJsonObject() {
    assertThat(EventFormat.SOCKET.event("update", ID, utf8(JSON)).toString())
        .isEqualTo("{\"event\":\"update\",\"id\":\"7-k3x\",\"data\":" + JSON + "}");
  }

  @Test
  void anEventWithoutAnIdLeavesTheClientWhereItIs() {
    assertThat(EventFormat.SERVER_SENT.event("heartbeat", Optional.empty(), utf8("{}")).toString())
        .isEqualTo("event: heartbeat\ndata: {}\n\n");
    assertThat(EventFormat.SOCKET.event("heartbeat", Optional.empty(), utf8("{}")).toString())
        .isEqualTo("{\"event\":\"heartbeat\",\"data\":{}}");
  }

  @Test
  void lineBreaksBetweenJsonTokensDoNotEndTheEvent() {
    byte[] json = utf8("{\r\n\"a\": 1\n}");

    assertThat(EventFormat.SERVER_SENT.event("snapshot", ID, json).toString())
        .isEqualTo("id: 7-k3x\nevent: snapshot\ndata: {  \"a\": 1 }\n\n");
    assertThat(json).as("the caller's bytes").contains('\n');
  }

  @ParameterizedTest
  @ValueSource(strings = {"7-k3x", "0", "999999999999999999-0"})
  void anIdIsReadAsItIsWritten(String id) {
    assertThat(EventId.parse(id)).map(EventId::toString).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "x", "1.0", " 1", "1-", "1-K3X", "9999999999999999999", "1-2-3"})
  void whatIsNoIdIsNone(String text) {
    assertThat(EventId.parse(text)).isEmpty();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
