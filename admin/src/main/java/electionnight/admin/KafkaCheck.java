package electionnight.admin;

import electionnight.cli.KafkaMistake;
import electionnight.wire.KafkaSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;

/** Whether the cluster answers, asked over a connection that stays. Used by one thread. */
final class KafkaCheck implements Supplier<Optional<String>>, AutoCloseable {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

  /** For the client to say so itself. */
  private static final Duration AND_A_MOMENT = Duration.ofMillis(500);

  private final KafkaSettings kafka;
  private Admin admin;

  KafkaCheck(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  @Override
  public synchronized Optional<String> get() {
    String where = "Kafka at " + kafka.bootstrapServers();
    try {
      if (admin == null) {
        admin = Admin.create(kafka.admin());
      }
      admin
          .describeCluster(
              new DescribeClusterOptions().timeoutMs(Math.toIntExact(ANSWER_WITHIN.toMillis())))
          .nodes()
          .get(ANSWER_WITHIN.plus(AND_A_MOMENT).toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.of(where + " does not answer");
    } catch (ExecutionException e) {
      return Optional.of(where + " " + words(e.getCause()));
    } catch (KafkaException e) {
      return Optional.of(KafkaMistake.of(where + " cannot be used", e).getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(where + " is not asked any more");
    }
  }

  private static String words(Throwable failure) {
    return failure instanceof org.apache.kafka.common.errors.TimeoutException
        ? "does not answer"
        : "cannot be used: " + failure.getMessage();
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
