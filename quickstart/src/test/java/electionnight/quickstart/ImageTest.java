package electionnight.quickstart;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An app in the image has the port for ops that it has anywhere. */
class ImageTest {
  private static final Pattern PORT = Pattern.compile("\\b80\\d\\d\\b");

  @Test
  void everyAppKeepsItsPortForOpsAndIsAskedThereHowItIs() {
    Set<String> ofTheApps = ports(lines("docs/settings.md", "| `--admin-port "));
    String image = OpsFiles.text("Dockerfile");

    assertThat(image)
        .as("one port for every app, whose own are %s", ofTheApps)
        .doesNotContain("ELECTION_NIGHT_ADMIN_PORT=");
    assertThat(ports(lines("Dockerfile", "  CMD [")))
        .as("ports that the health check asks at")
        .isEqualTo(ofTheApps);
    assertThat(ports(lines("RUNBOOK.md", "`--kafka-config FILE`. An app's port")))
        .as("ports that the runbook sends ops to")
        .isEqualTo(ofTheApps);
    assertThat(ports(OpsFiles.text("ops/prometheus/prometheus.yml")))
        .as("ports that Prometheus asks at")
        .isEqualTo(ofTheApps);
  }

  private static String lines(String path, String begin) {
    return OpsFiles.text(path).lines().filter(line -> line.startsWith(begin)).collect(joining());
  }

  private static Set<String> ports(String text) {
    return PORT.matcher(text).results().map(MatchResult::group).collect(toSet());
  }
}
