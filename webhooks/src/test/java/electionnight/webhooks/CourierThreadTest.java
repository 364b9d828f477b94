package electionnight.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Mode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CourierThreadTest {
  private static final TopicPartition ALERTS = new TopicPartition("alerts", 0);

  @Test
  void aKafkaThatDoesNotAnswerIsAskedAgainButNotAtOnce() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(2);
    MockConsumer<byte[], byte[]> consumer =
        new MockConsumer<>("latest") {
          @Override
          public ConsumerRecords<byte[], byte[]> poll(Duration wait) {
            asked.countDown();
            if (asked.getCount() > 0) {
              throw new TimeoutException("away");
            }
            return super.poll(wait);
          }
        };
    Courier courier = courier(consumer);
    consumer.updateEndOffsets(Map.of(ALERTS, 0L));
    consumer.rebalance(List.of(ALERTS));
    CompletableFuture<Void> failure = new CompletableFuture<>();
    long started = System.nanoTime();

    CourierThread thread = CourierThread.start(courier, failure);
    asked.await();
    long took = System.nanoTime() - started;
    thread.stop();
    thread.awaitEnd(System.nanoTime() + Duration.ofSeconds(20).toNanos());

    assertThat(took).as("nanoseconds with a pause").isGreaterThan(900_000_000L);
    assertThat(thread.ended()).contains("desk");
    assertThat(failure).isNotDone();
  }

  static Stream<KafkaException> whatIsNotTheEnd() {
    return Stream.of(
        new RebalanceInProgressException("another one has come"),
        new SaslAuthenticationException("the password is being changed"),
        new SslAuthenticationException("the certificate has ended"));
  }

  @ParameterizedTest
  @MethodSource("whatIsNotTheEnd")
  void aGroupThatIsSharedAnewOrALoginThatFailsIsNotTheEnd(KafkaException why)
      throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    MockConsumer<byte[], byte[]> consumer =
        new MockConsumer<>("latest") {
          @Override
          public ConsumerRecords<byte[], byte[]> poll(Duration wait) {
            asked.countDown();
            throw why;
          }
        };
    CompletableFuture<Void> failure = new CompletableFuture<>();

    CourierThread thread = CourierThread.start(courier(consumer), failure);
    asked.await();
    thread.stop();
    thread.awaitEnd(System.nanoTime() + Duration.ofSeconds(20).toNanos());

    assertThat(failure).as("what no further turn could mend").isNotDone();
  }

  private static Courier courier(MockConsumer<byte[], byte[]> consumer) {
    Endpoint endpoint =
        new Endpoint(
            "desk",
            URI.create("https://desk.example/"),
            List.of(Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
            Set.of(),
            Set.of(),
            Set.of(Mode.LIVE),
            Endpoint.Start.LATEST);
    return new Courier(
        endpoint,
        new LogPlace(consumer, "alerts"),
        webhook -> new Outcome.Answered(204, Optional.empty()),
        RetryPolicy.settingAsideAfter(Duration.ofMinutes(5)),
        InstantSource.system(),
        () -> 0.5,
        new SimpleMeterRegistry());
  }
}
