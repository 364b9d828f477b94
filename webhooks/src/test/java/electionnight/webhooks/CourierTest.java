package electionnight.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Alert;
import electionnight.domain.Mode;
import electionnight.webhooks.EndpointStatus.State;
import electionnight.webhooks.Outcome.Answered;
import electionnight.webhooks.Outcome.Unreached;
import electionnight.wire.MessageType;
import electionnight.wire.Provenance;
import electionnight.wire.TraceParent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourierTest {
  private static final TopicPartition FIRST = new TopicPartition("alerts", 0);
  private static final TopicPartition SECOND = new TopicPartition("alerts", 1);
  private static final Endpoint ENDPOINT =
      new Endpoint(
          "desk",
          URI.create("https://desk.example/"),
          List.of(Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
          Set.of(),
          Set.of(),
          Set.of(Mode.REPLAY),
          Endpoint.Start.LATEST);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Deque<Outcome> outcomes = new ArrayDeque<>();
  private final List<String> sent = new ArrayList<>();
  private final List<Optional<TraceParent>> traces = new ArrayList<>();
  private Instant now = Instant.parse("2024-07-04T22:00:00Z");
  private Courier courier;

  @BeforeEach
  void start() {
    courier =
        new Courier(
            ENDPOINT,
            new LogPlace(consumer, "alerts"),
            webhook -> {
              traces.add(webhook.trace());
              sent.add(webhook.id().substring(webhook.id().lastIndexOf(':') + 1));
              return outcomes.isEmpty() ? answered(204) : outcomes.remove();
            },
            RetryPolicy.settingAsideAfter(Duration.ofMinutes(5)),
            () -> now,
            () -> 0.5,
            registry);
    consumer.updateEndOffsets(Map.of(FIRST, 10L, SECOND, 0L));
    consumer.rebalance(List.of(FIRST, SECOND));
  }

  @Test
  void aNewEndpointsStartIsRememberedAtOnce() throws InterruptedException {
    courier.turn();

    assertThat(committed(FIRST)).isEqualTo(10);
    assertThat(committed(SECOND)).isZero();
  }

  @Test
  void whatFailsIsSentAgainAfterItsTimeAndBeforeWhatFollows() throws InterruptedException {
    outcomes.add(new Unreached("no connection"));
    outcomes.add(answered(503));
    log(10, 1);
    log(11, 2);

    courier.turn();
    courier.turn();
    assertThat(sent).as("its time has not come").containsExactly("1");
    assertThat(courier.status().state()).isEqualTo(State.RETRYING);
    assertThat(committed(FIRST)).isEqualTo(10);
    turns(10);

    assertThat(sent).containsExactly("1", "1", "1", "2");
    assertThat(courier.status().state()).isEqualTo(State.RUNNING);
    assertThat(courier.status().last()).contains("answered 204");
    assertThat(committed(FIRST)).isEqualTo(12);
    assertThat(deliveries("delivered")).isEqualTo(2);
    assertThat(deliveries("failed")).isEqualTo(2);
  }

  @Test
  void whatIsSetAsideKeepsItsPlaceUntilItIsResumed() throws InterruptedException {
    outcomes.add(answered(410));
    log(10, 1);

    turns(20);
    assertThat(sent).containsExactly("1");
    assertThat(courier.status().state()).isEqualTo(State.SET_ASIDE);
    assertThat(courier.status().lag()).isEqualTo(1);
    assertThat(registry.get("election.night.webhook.set.aside").gauge().value()).isEqualTo(1);
    assertThat(committed(FIRST)).isEqualTo(10);

    courier.resume();
    turns(2);
    assertThat(sent).containsExactly("1", "1");
    assertThat(courier.status().state()).isEqualTo(State.RUNNING);
    assertThat(registry.get("election.night.webhook.set.aside").gauge().value()).isZero();
    assertThat(courier.status().lag()).isZero();
    assertThat(committed(FIRST)).isEqualTo(11);
  }

  @Test
  void whatNeverAnswersIsSetAsideInTheEnd() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      outcomes.add(new Unreached("no connection"));
    }
    log(10, 1);

    turns(400);

    assertThat(courier.status().state()).isEqualTo(State.SET_ASIDE);
    assertThat(sent).hasSizeBetween(5, 50);
  }

  @Test
  void whatIsNotWantedIsPassed() throws InterruptedException {
    log(10, MessageType.ALERT.write(Alerts.with("mode", "TEST")));
    log(11, MessageType.ALERT.write(Alerts.with("mode", "LIVE")));

    courier.turn();

    assertThat(sent).isEmpty();
    assertThat(committed(FIRST)).isEqualTo(12);
  }

  @Test
  void whatCannotBeReadSetsTheEndpointAsideAndIsNotPassed() throws InterruptedException {
    log(10, 1);
    log(11, "{}".getBytes(StandardCharsets.UTF_8));
    log(12, 2);

    turns(20);
    assertThat(sent).containsExactly("1");
    assertThat(courier.status().state()).isEqualTo(State.SET_ASIDE);
    assertThat(courier.status().unreadable()).contains("alerts-0@11");
    assertThat(committed(FIRST)).as("where an upgraded one goes on").isEqualTo(11);
    assertThat(courier.status().lag()).as("it and what waits behind it").isEqualTo(2);
    assertThat(deliveries("unreadable")).isEqualTo(1);

    courier.resume();
    turns(20);
    assertThat(deliveries("unreadable")).as("it was tried again").isEqualTo(2);
    assertThat(courier.status().state()).isEqualTo(State.SET_ASIDE);
    assertThat(committed(FIRST)).isEqualTo(11);
  }

  @Test
  void whatCannotBeReadIsPassedOnlyByItsPlace() throws InterruptedException {
    log(10, "{}".getBytes(StandardCharsets.UTF_8));
    log(11, 1);
    log(12, "{}".getBytes(StandardCharsets.UTF_8));
    log(13, 2);
    turns(2);

    assertThat(courier.skip("alerts-0@11")).as("it does not wait there").isFalse();
    turns(2);
    assertThat(committed(FIRST)).as("nothing is passed").isEqualTo(10);
    assertThat(courier.skip("alerts-0@10")).isTrue();
    turns(2);
    assertThat(courier.skip("alerts-0@10")).as("said twice").isFalse();
    turns(2);

    assertThat(sent).containsExactly("1");
    assertThat(courier.status().state()).isEqualTo(State.SET_ASIDE);
    assertThat(courier.status().unreadable()).contains("alerts-0@12");
    assertThat(committed(FIRST)).isEqualTo(12);
  }

  @Test
  void whatWaitsIsTriedAtOnceWhenItIsResumed() throws InterruptedException {
    outcomes.add(new Answered(503, Optional.of(Duration.ofHours(1))));
    log(10, 1);
    turns(2);
    assertThat(courier.status().state()).isEqualTo(State.RETRYING);
    assertThat(sent).as("it asked to be left alone").containsExactly("1");

    courier.resume();
    turns(1);

    assertThat(sent).containsExactly("1", "1");
    assertThat(courier.status().state()).isEqualTo(State.RUNNING);
    assertThat(committed(FIRST)).isEqualTo(11);
  }

  @Test
  void whatHasGoneToAnotherMemberOfTheGroupIsNotSent() throws InterruptedException {
    outcomes.add(new Unreached("no connection"));
    log(10, 1);
    courier.turn();

    consumer.rebalance(List.of(SECOND));
    turns(10);

    assertThat(sent).containsExactly("1");
  }

  @Test
  void theTraceOfAnAlertIsThatOfItsRecord() throws InterruptedException {
    TraceParent trace = TraceParent.begin();
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            "alerts",
            0,
            10,
            new byte[0],
            MessageType.ALERT.write(Alerts.revision(1, Alert.State.ISSUED)));
    new Provenance(Optional.empty(), Optional.of(trace)).addTo(record.headers());
    consumer.addRecord(record);
    log(11, 2);

    turns(2);

    assertThat(traces).containsExactly(Optional.of(trace), Optional.empty());
  }

  private void turns(int turns) throws InterruptedException {
    for (int i = 0; i < turns; i++) {
      now = now.plusSeconds(1);
      courier.turn();
    }
  }

  private void log(long offset, int revision) {
    log(offset, MessageType.ALERT.write(Alerts.revision(revision, Alert.State.ISSUED)));
  }

  private void log(long offset, byte[] message) {
    consumer.addRecord(new ConsumerRecord<>("alerts", 0, offset, new byte[0], message));
    consumer.updateEndOffsets(Map.of(FIRST, offset + 1));
  }

  private long committed(TopicPartition partition) {
    OffsetAndMetadata committed = consumer.committed(Set.of(partition)).get(partition);
    return committed == null ? -1 : committed.offset();
  }

  private double deliveries(String outcome) {
    return registry
        .get("election.night.webhook.deliveries")
        .tag("outcome", outcome)
        .counter()
        .count();
  }

  private static Outcome answered(int status) {
    return new Answered(status, Optional.empty());
  }
}
