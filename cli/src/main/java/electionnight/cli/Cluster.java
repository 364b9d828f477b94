package electionnight.cli;

import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Right;
import electionnight.wire.TopicShape;
import electionnight.wire.TopicShape.Deviation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** The first contact with a cluster, where most mistakes of configuration show. */
public final class Cluster {
  private Cluster() {}

  /**
   * Makes sure that an app can do its work: that the cluster answers, has the app's topics in the
   * right shape, and lets the app do what it has to. Changes nothing.
   *
   * @throws UserError when it does not answer within 10 seconds, or something is missing
   */
  public static void prepare(KafkaSettings settings, App app) {
    Survey survey = ask(settings, admin -> Survey.of(admin, settings, app));
    require(settings, survey);
  }

  /**
   * The same for an app that can wait for a cluster.
   *
   * @throws ExecutionException when the cluster cannot be reached
   * @throws UserError when something is missing
   */
  public static void check(Admin admin, KafkaSettings settings, App app)
      throws ExecutionException, InterruptedException {
    require(settings, Survey.of(admin, settings, app));
  }

  /**
   * Makes sure, for an app that can wait for a cluster, that its settings are not what it would
   * wait for.
   *
   * @throws UserError when no client can be made with its properties, or a server is no broker's
   */
  public static void requireSettings(KafkaSettings settings) {
    Listener.requireKafka(settings);
    // The names of brokers that start later may not be known yet.
    KafkaSettings here =
        new KafkaSettings("localhost:9092", settings.topicPrefix(), settings.properties());
    try {
      Admin.create(here.admin()).close(Duration.ZERO);
    } catch (KafkaException e) {
      throw refused(settings, e);
    }
  }

  /**
   * What to end with when a cluster refuses an app that is running: it names the rights that are
   * missing.
   *
   * @param failure how it refused
   */
  public static UserError refusal(KafkaSettings settings, App app, Throwable failure) {
    try {
      prepare(settings, app);
    } catch (UserError named) {
      return named;
    }
    return refused(settings, failure);
  }

  /**
   * Makes sure that the principal has some rights.
   *
   * @throws ExecutionException when the cluster cannot be reached
   * @throws UserError when one is missing
   */
  public static void requireRights(Admin admin, KafkaSettings settings, List<Right> rights)
      throws ExecutionException, InterruptedException {
    refuseMissing(settings, Survey.missing(admin, settings, rights));
  }

  private static void refuseMissing(KafkaSettings settings, List<Right> missing) {
    if (!missing.isEmpty()) {
      throw new UserError(
          "Kafka at "
              + where(settings)
              + " refuses "
              + missing.stream().map(Right::toString).collect(Collectors.joining(", "))
              + " to this app; grant it ('election-night acls' says how).");
    }
  }

  private static void require(KafkaSettings settings, Survey survey) {
    refuseMissing(settings, survey.missingRights());
    if (!survey.missingTopics().isEmpty()) {
      List<String> missing = survey.missingTopics();
      throw new UserError(
          "There is no topic "
              + String.join(", ", missing)
              + " at "
              + where(settings)
              + "; make "
              + (missing.size() == 1 ? "it" : "them")
              + " with '"
              + topicsCreate(settings)
              + "'.");
    }
    if (!survey.deviations().isEmpty()) {
      Deviation first = survey.deviations().get(0);
      throw new UserError(
          "At "
              + where(settings)
              + " "
              + first
              + "; "
              + (first.setting().equals(TopicShape.PARTITIONS)
                  ? "begin with topics of another --topic-prefix, because keys would move."
                  : "correct it with '" + topicsCreate(settings) + "'."));
    }
  }

  /** The command that makes the topics right. */
  public static String topicsCreate(KafkaSettings settings) {
    return "election-night topics create --bootstrap-servers "
        + where(settings)
        + (settings.topicPrefix().isEmpty() ? "" : " --topic-prefix " + settings.topicPrefix());
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
    Listener.requireKafka(settings);
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

  /**
   * What to tell people of a cluster that cannot be used.
   *
   * @param failure what Kafka's client said
   */
  public static UserError refused(KafkaSettings settings, Throwable failure) {
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
