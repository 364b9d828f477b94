package electionnight.dashboard.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameTest {
  @Test
  void anUpdateIsOneEventWithTheBytesAsTheyCame() {
    byte[] json = "{\"name\":\"Ynys Môn <script>\\n\u2028\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(Frame.update(7, json).bytes().toString())
        .isEqualTo("id: 7\nevent: update\ndata: {\"name\":\"Ynys Môn <script>\\n\u2028\"}\n\n");
  }

  @Test
  void lineBreaksBetweenJsonTokensDoNotEndTheEvent() {
    byte[] json = "{\r\n\"a\": 1\n}".getBytes(StandardCharsets.UTF_8);

    assertThat(Frame.snapshot(3, json).bytes().toString())
        .isEqualTo("id: 3\nevent: snapshot\ndata: {  \"a\": 1 }\n\n");
    assertThat(json).as("the caller's bytes").contains('\n');
  }
}
