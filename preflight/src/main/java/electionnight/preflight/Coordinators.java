package electionnight.preflight;

import electionnight.cli.UserError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Those who keep groups and transactions, in topics that Kafka makes when they are first asked for.
 * On several brokers that can take longer than an app waits when it starts.
 */
final class Coordinators {
  private static final List<String> NOBODY = List.of("preflight");
  private static final Duration AWAKE_WITHIN = Duration.ofSeconds(30);

  private Coordinators() {}

  /**
   * Returns when they are at work.
   *
   * @throws UserError when they do not get to it
   */
  static Void awake(Admin admin) throws InterruptedException {
    await(() -> admin.describeConsumerGroups(NOBODY).all(), "__consumer_offsets");
    await(() -> admin.describeTransactions(NOBODY).all(), "__transaction_state");
    return null;
  }

  private static void await(Supplier<KafkaFuture<?>> question, String topic)
      throws InterruptedException {
    long end = System.nanoTime() + AWAKE_WITHIN.toNanos();
    while (System.nanoTime() < end) {
      try {
        question.get().get();
        return;
      } catch (ExecutionException e) {
        // That there is no such group is an answer, and that we may not know too.
        if (!(e.getCause() instanceof TimeoutException)) {
          return;
        }
      }
    }
    throw new UserError(
        "Kafka has not made its own topic "
            + topic
            + " within "
            + AWAKE_WITHIN.toSeconds()
            + " seconds; is its replication factor above the number of brokers?");
  }
}
