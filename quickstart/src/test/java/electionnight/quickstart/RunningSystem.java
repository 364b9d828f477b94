package electionnight.quickstart;

import electionnight.dashboard.Dashboard;
import electionnight.dashboard.DashboardSettings;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.domain.Scoreboard;
import electionnight.producer.night.RecordedNight;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Publisher;
import electionnight.producer.source.NightReplay;
import electionnight.producer.source.Pace;
import electionnight.wire.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Optional;

/** The whole system with a temporary folder and a free port, and someone who publishes to it. */
record RunningSystem(Quickstart quickstart, Publisher publisher) implements AutoCloseable {

  static RunningSystem embedded() throws InterruptedException {
    return embedded(DashboardSettings.DEFAULTS.withPort(0));
  }

  static RunningSystem embedded(DashboardSettings dashboard) throws InterruptedException {
    return start(Optional.empty(), dashboard, new SimpleMeterRegistry());
  }

  /**
   * @param cluster to run on; empty for a broker that is embedded
   */
  static RunningSystem start(
      Optional<KafkaSettings> cluster, DashboardSettings dashboard, MeterRegistry meters)
      throws InterruptedException {
    Quickstart quickstart =
        Quickstart.start(
            DataFolder.open(Optional.empty()),
            cluster,
            servers -> new KafkaSettings(servers, "", Map.of()),
            dashboard,
            meters);
    return new RunningSystem(quickstart, Publisher.connect(quickstart.kafka()));
  }

  KafkaSettings kafka() {
    return quickstart.kafka();
  }

  Dashboard dashboard() {
    return quickstart.dashboard();
  }

  /** Plays a night as fast as it goes, and waits for its figures. */
  Scoreboard play(RecordedNight night) throws InterruptedException {
    publish(night);
    return drained(night.election().election());
  }

  void publish(RecordedNight night) throws InterruptedException {
    new NightReplay(publisher, night, Pace.max(), new NoProgress()).run();
  }

  /** The figures of a night once all that was published is in them. */
  Scoreboard drained(ElectionId night) throws InterruptedException {
    return quickstart.drained(night);
  }

  @Override
  public void close() {
    publisher.close();
    quickstart.close();
  }

  private static final class NoProgress implements Progress {
    @Override
    public void expect(int declarations) {}

    @Override
    public void declared(String seat, Declaration declaration) {}

    @Override
    public void note(String line) {}

    @Override
    public void end() {}
  }
}
