package electionnight.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.domain.Alert;
import electionnight.testing.Golden;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookTest {
  private static final Instant PUBLISHED = Instant.parse("2023-10-20T02:10:01.250Z");

  @Test
  void theAlertIsPassedOnByteForByte() {
    byte[] message = Golden.bytes(MessageType.ALERT);

    Webhook webhook = Webhook.of(Alerts.EXAMPLE, PUBLISHED, message, Optional.empty());

    assertThat(new String(webhook.payload(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"type\":\"alert.issued\",\"timestamp\":\"2023-10-20T02:10:01.250Z\",\"data\":"
                + new String(message, StandardCharsets.UTF_8)
                + "}");
  }

  @ParameterizedTest
  @EnumSource(Alert.State.class)
  void theTypeTellsTheStateAndTheIdTheRevision(Alert.State state) throws IOException {
    Alert alert = Alerts.revision(3, state);

    Webhook webhook =
        Webhook.of(alert, PUBLISHED, Golden.bytes(MessageType.ALERT), Optional.empty());

    JsonNode payload = Json.shared().readTree(webhook.payload());
    assertThat(payload.path("type").textValue()).isEqualToIgnoringCase("alert." + state);
    assertThat(webhook.id())
        .isEqualTo("by-elections-2023-10-19:BIGGEST_MAJORITY_OVERTURNED:E14000813:3");
  }

  @Test
  void anIdIsFitForAHeaderAndForWhatIsSigned() {
    Alert alert = Alerts.with("id", "night:MAJORITY_REACHED:Ynys Môn & Co.");

    assertThat(Webhook.of(alert, PUBLISHED, new byte[0], Optional.empty()).id())
        .isEqualTo("night:MAJORITY_REACHED:Ynys%20M%C3%B4n%20%26%20Co%2E:1");
  }
}
