package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.streams.StreamsApp;
import electionnight.streams.StreamsSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose nights a fold that was stopped leaves to the others, and whose wait for it. */
class FoldGroupIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So long that no member is given up for its silence before the test has looked. */
  private static final Duration SESSION_TIMEOUT = Duration.ofMinutes(10);

  @TempDir private Path folder;

  private BrokerWithTopics broker;

  @BeforeEach
  void start() throws InterruptedException {
    broker = BrokerWithTopics.start(folder.resolve("kafka"));
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void aFoldThatStopsLeavesItsNightsToTheOthersAtOnce() throws Exception {
    givenAFoldThatRanAndWasStopped(Optional.empty());

    assertThat(members()).as("members of the group after it stopped").isZero();
  }

  @Test
  void theNightsOfAnInstanceWithANameWaitForIt() throws Exception {
    givenAFoldThatRanAndWasStopped(Optional.of("one"));

    assertThat(members()).as("members of the group after it stopped").isEqualTo(1);
  }

  private void givenAFoldThatRanAndWasStopped(Optional<String> instanceId) throws Exception {
    StreamsSettings settings =
        new StreamsSettings(
            folder.resolve("state"), Duration.ofMillis(10), SESSION_TIMEOUT, instanceId, 1, 0);
    try (StreamsApp fold = StreamsApp.start(settings, broker.kafka(), new SimpleMeterRegistry())) {
      fold.running().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private int members() throws Exception {
    try (Admin admin = Admin.create(broker.kafka().admin())) {
      String group = broker.kafka().applicationId();
      return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().size();
    }
  }
}
