package electionnight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "request.timeout.ms,30000,30000,30000",
    "request.timeout.ms,2000,2000,8000",
    "default.api.timeout.ms,5000,5000,5000",
    "default.api.timeout.ms,60000,8000,60000",
    "client.id,mine,8000,8000",
  })
  void oneTimeoutOfTheUserFitsTheOtherOfOurs(
      String property, String value, String requestTimeout, String apiTimeout) {
    KafkaSettings settings = new KafkaSettings("localhost:9092", "", Map.of(property, value));

    Map<String, Object> admin = settings.admin();

    assertThat(admin.get("request.timeout.ms"))
        .as("request.timeout.ms")
        .hasToString(requestTimeout);
    assertThat(admin.get("default.api.timeout.ms"))
        .as("default.api.timeout.ms")
        .hasToString(apiTimeout);
    Admin.create(admin).close();
  }
}
