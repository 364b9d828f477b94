package electionnight.quickstart;

import electionnight.dashboard.DashboardSettings;
import electionnight.wire.KafkaSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Optional;

/** The whole system on an embedded broker, a temporary folder and a free port. */
final class EmbeddedSystem {
  private EmbeddedSystem() {}

  static Quickstart start() throws InterruptedException {
    return start(DashboardSettings.DEFAULTS.withPort(0));
  }

  static Quickstart start(DashboardSettings dashboard) throws InterruptedException {
    return Quickstart.start(
        DataFolder.open(Optional.empty()),
        Optional.empty(),
        servers -> new KafkaSettings(servers, "", Map.of()),
        dashboard,
        new SimpleMeterRegistry());
  }
}
