package electionnight.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import electionnight.wire.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code acls} prints, and that the files in ops are what it prints. */
class PrintedRightsTest {
  private static final Path OPS = Path.of("../ops");
  private static final TopicSetup.Wanted AS_USUAL =
      new TopicSetup.Wanted(Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void theScriptInOpsIsWhatIsPrinted() throws IOException {
    assertThat(OPS.resolve("acls.sh"))
        .as("renew it with: ./election-night acls > ops/acls.sh")
        .content()
        .isEqualTo(AclScript.of(withPrefix(""), new Principals(Map.of())));
    assertThat(Files.isExecutable(OPS.resolve("acls.sh"))).as("can be run").isTrue();
  }

  @Test
  void theResourcesForStrimziInOpsAreWhatIsPrinted() {
    assertThat(OPS.resolve("strimzi/election-night.yaml"))
        .as(
            "renew it with: ./election-night acls --format strimzi >"
                + " ops/strimzi/election-night.yaml")
        .content()
        .isEqualTo(
            new StrimziResources(withPrefix(""), AS_USUAL, "election-night")
                .of(new Principals(Map.of())));
  }

  @Test
  void aPrefixIsInFrontOfEveryName() {
    String script = AclScript.of(withPrefix("test."), new Principals(Map.of()));

    assertThat(script)
        .contains("--topic test.seats", "--group test.streams-app", "--group test.webhooks-")
        .contains("--transactional-id test.streams-app-")
        .contains("--topic test.streams-app-nights-changelog")
        .doesNotContain("--topic seats", "--group streams-app");
  }

  @Test
  void aPrincipalOfACertificateIsOneWordForTheShell() {
    Principals principals = new Principals(Map.of("producer", "User:CN=it's, O=Hall"));

    assertThat(AclScript.of(withPrefix(""), principals))
        .contains("--allow-principal 'User:CN=it'\\''s, O=Hall' ")
        .doesNotContain("User:producer");
  }

  @Test
  void anAppOrAPrincipalThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Principals(Map.of("publisher", "User:publisher")))
        .withMessageContaining("there is no app 'publisher', only producer, streams-app,");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Principals(Map.of("producer", "producer")))
        .withMessageContaining("such as User:producer");
  }

  private static KafkaSettings withPrefix(String prefix) {
    return new KafkaSettings("localhost:9092", prefix, Map.of());
  }
}
