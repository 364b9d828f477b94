package electionnight.cli;

import electionnight.wire.KafkaSettings;
import electionnight.wire.TopicAdmin;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** The first contact with a cluster, where most mistakes of configuration show. */
public final class Cluster {
  private Cluster() {}

  /**
   * Makes sure that the cluster answers and has the topics of a night.
   *
   * @param partitions for topics that are not there yet
   * @throws UserError when it does not answer within 10 seconds, or refuses
   */
  public static void prepare(KafkaSettings settings, int partitions) {
    ask(
        settings,
        admin -> {
          TopicAdmin.ensure(admin, settings.topicPrefix(), partitions);
          return partitions;
        });
  }

  /** Something to ask of a cluster. */
  @FunctionalInterface
  public interface Question<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  /**
   * Asks a cluster something, and changes nothing unless the question does.
   *
   * @throws UserError when it does not answer within 10 seconds, or refuses
   */
  public static <T> T ask(KafkaSettings settings, Question<T> question) {
    try (Admin admin = Admin.create(settings.admin())) {
      return question.ask(admin);
    } catch (ExecutionException e) {
      throw refused(settings, e.getCause());
    } catch (KafkaException e) {
      throw refused(settings, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("Interrupted while waiting for Kafka at " + where(settings) + ".", e);
    }
  }

  private static UserError refused(KafkaSettings settings, Throwable failure) {
    if (failure instanceof TimeoutException) {
      return new UserError(
          "No Kafka broker answers at "
              + where(settings)
              + "; start one, or name another with --bootstrap-servers.",
          failure);
    }
    if (failure instanceof AuthenticationException || failure instanceof AuthorizationException) {
      return new UserError(
          "Kafka at " + where(settings) + " refuses: " + failure.getMessage(), failure);
    }
    return KafkaMistake.of("Kafka at " + where(settings) + " cannot be used", failure);
  }

  private static String where(KafkaSettings settings) {
    return settings.bootstrapServers();
  }
}
