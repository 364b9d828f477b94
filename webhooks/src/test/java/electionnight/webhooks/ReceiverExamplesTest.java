package electionnight.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.testing.Golden;
import electionnight.testing.Requirement;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/webhooks.md do what they say. */
class ReceiverExamplesTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Webhook WEBHOOK =
      Webhook.of(Alerts.EXAMPLE, Instant.EPOCH, Golden.bytes(MessageType.ALERT), Optional.empty());

  @TempDir private Path folder;

  @Test
  void whoWritesPythonVerifiesWhatCame() throws IOException, InterruptedException {
    String tail =
        """

        import sys
        came = json.load(sys.stdin)
        try:
            print(verified(came["headers"], came["body"].encode())["data"]["id"])
        except ValueError as e:
            print(e)
        """;

    verifies(tail, "python", "python3", "example.py");
  }

  @Test
  void whoWritesJavaScriptVerifiesWhatCame() throws IOException, InterruptedException {
    String tail =
        """

        import { readFileSync } from 'node:fs';
        const came = JSON.parse(readFileSync(0));
        try {
          console.log(verified(came.headers, Buffer.from(came.body)).data.id);
        } catch (e) {
          console.log(e.message);
        }
        """;

    verifies(tail, "javascript", "node", "example.mjs");
  }

  private void verifies(String tail, String language, String program, String file)
      throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve(file), example(language) + tail);
    long now = Instant.now().getEpochSecond();
    String right = sign(now);

    assertThat(run(program, script, now, right)).isEqualTo(Alerts.EXAMPLE.id());
    assertThat(run(program, script, now, "v1,AAAA " + right)).isEqualTo(Alerts.EXAMPLE.id());
    assertThat(run(program, script, now, right.replace("v1,", "v1,x")))
        .isEqualTo("not signed by Election Night");
    assertThat(run(program, script, now - 3600, sign(now - 3600)))
        .isEqualTo("too old, or of the future");
  }

  private static String sign(long timestamp) {
    return Secret.parse(SECRET).sign(WEBHOOK.id(), timestamp, WEBHOOK.payload());
  }

  private static String example(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("..", "docs", "webhooks.md")));
    assertThat(block.find()).as("an example in %s", language).isTrue();
    return block.group(1);
  }

  private static String run(String program, Path script, long timestamp, String signature)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(Requirement.tool(program), script.toString()))
            .redirectErrorStream(true);
    builder.environment().put("WEBHOOK_SECRET", SECRET);
    Process process = builder.start();
    try (var in = process.getOutputStream()) {
      in.write(
          Json.shared()
              .writeValueAsBytes(
                  Map.of(
                      "headers",
                      Map.of(
                          "webhook-id",
                          WEBHOOK.id(),
                          "webhook-timestamp",
                          String.valueOf(timestamp),
                          "webhook-signature",
                          signature),
                      "body",
                      new String(WEBHOOK.payload(), StandardCharsets.UTF_8))));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.strip();
  }
}
