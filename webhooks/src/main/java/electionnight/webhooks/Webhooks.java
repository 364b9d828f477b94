package electionnight.webhooks;

import electionnight.cli.Cluster;
import electionnight.cli.UserError;
import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Topic;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Delivers the alerts of a cluster, with a thread and a consumer group for each endpoint. */
public final class Webhooks implements AutoCloseable {
  private final List<CourierThread> threads = new ArrayList<>();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final KafkaSettings kafka;
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final Optional<AdminServer> admin;

  private Webhooks(List<Endpoint> endpoints, WebhooksSettings settings, KafkaSettings kafka) {
    this.kafka = kafka;
    RetryPolicy retries = RetryPolicy.settingAsideAfter(settings.setAsideAfter());
    List<Courier> couriers =
        endpoints.stream().map(endpoint -> courier(endpoint, retries, kafka)).toList();
    couriers.forEach(courier -> threads.add(CourierThread.start(courier, failure)));
    try {
      admin = settings.admin().map(at -> AdminServer.start(at, couriers, registry));
    } catch (UserError e) {
      stopThreads();
      throw e;
    }
  }

  /**
   * Begins to deliver.
   *
   * @throws UserError when the endpoints file is wrong, or Kafka or the admin port cannot be had
   */
  public static Webhooks start(WebhooksSettings settings, KafkaSettings kafka) {
    List<Endpoint> endpoints =
        new EndpointsFile(settings.endpoints(), System::getenv, settings.allowHttp()).read();
    Cluster.prepare(kafka, App.WEBHOOKS);
    return new Webhooks(endpoints, settings, kafka);
  }

  /** The port where ops can ask; empty when there is none. */
  public OptionalInt adminPort() {
    return admin.map(server -> OptionalInt.of(server.port())).orElseGet(OptionalInt::empty);
  }

  /**
   * Waits for as long as all is well.
   *
   * @throws UserError when Kafka refuses what one of the endpoints needs
   */
  void await() throws InterruptedException {
    try {
      failure.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof AuthorizationException refusal
          ? Cluster.refusal(kafka, App.WEBHOOKS, refusal)
          : new UserError("The alerts cannot be read: " + e.getCause().getMessage(), e);
    }
  }

  private Courier courier(Endpoint endpoint, RetryPolicy retries, KafkaSettings kafka) {
    InstantSource clock = InstantSource.system();
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new Courier(
        endpoint,
        new LogPlace(
            new KafkaConsumer<>(consumer(endpoint, kafka), bytes, bytes),
            kafka.topic(Topic.ALERTS)),
        HttpPost.to(endpoint, clock),
        retries,
        clock,
        () -> ThreadLocalRandom.current().nextDouble(),
        registry);
  }

  private static Map<String, Object> consumer(Endpoint endpoint, KafkaSettings kafka) {
    Map<String, Object> settings = new HashMap<>(kafka.consumer());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, kafka.webhooksGroups() + endpoint.id());
    settings.put(
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, endpoint.from().name().toLowerCase(Locale.ROOT));
    settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "100");
    // What a killed process delivered to is taken over by another one after so long.
    settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
    settings.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "3000");
    return settings;
  }

  private void stopThreads() {
    threads.forEach(CourierThread::stop);
    threads.forEach(CourierThread::close);
  }

  /** Ends the deliveries that are under way; each endpoint keeps its place in the log. */
  @Override
  public void close() {
    admin.ifPresent(AdminServer::close);
    stopThreads();
    registry.close();
  }
}
