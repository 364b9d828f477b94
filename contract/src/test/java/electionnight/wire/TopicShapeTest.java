package electionnight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.wire.TopicShape.Deviation;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicShapeTest {
  private static final TopicShape UPDATES =
      Topic.UPDATES.shape(new KafkaSettings("", "", Map.of()));

  @Test
  void itsOwnConfigurationIsRight() {
    assertThat(UPDATES.deviations(UPDATES.config())).isEmpty();
  }

  @Test
  void largerMessagesThanNeededMayBeAllowed() {
    assertThat(UPDATES.deviations(with("max.message.bytes", "8388608"))).isEmpty();
  }

  @Test
  void whatIsWrongIsNamedWithWhatIsExpected() {
    assertThat(UPDATES.deviations(with("cleanup.policy", "compact,delete")))
        .singleElement()
        .hasToString("topic updates has cleanup.policy=compact,delete, expected delete");
    assertThat(UPDATES.deviations(with("max.message.bytes", "1048588")))
        .containsExactly(new Deviation("updates", "max.message.bytes", "1048588", "4194304"));
  }

  private static Map<String, String> with(String setting, String value) {
    Map<String, String> config = new HashMap<>(UPDATES.config());
    config.put(setting, value);
    return config;
  }
}
