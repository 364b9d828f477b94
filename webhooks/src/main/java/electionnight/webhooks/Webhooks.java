package electionnight.webhooks;

import electionnight.admin.HealthCheck;
import electionnight.admin.Route;
import electionnight.cli.Cluster;
import electionnight.cli.KafkaMistake;
import electionnight.cli.UserError;
import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Delivers the alerts of a cluster, with a thread and a consumer group for each endpoint. */
public final class Webhooks implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LAST_WAIT = Duration.ofSeconds(3);

  private final List<CourierThread> threads = new ArrayList<>();
  private final List<KafkaClientMetrics> clients = new ArrayList<>();
  private final KafkaSettings kafka;
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final EndpointRoutes routes;

  private Webhooks(
      List<Endpoint> endpoints,
      WebhooksSettings settings,
      KafkaSettings kafka,
      MeterRegistry registry) {
    this.kafka = kafka;
    RetryPolicy retries = RetryPolicy.settingAsideAfter(settings.setAsideAfter());
    List<Courier> couriers =
        endpoints.stream().map(endpoint -> courier(endpoint, retries, kafka, registry)).toList();
    routes = new EndpointRoutes(couriers);
    couriers.forEach(courier -> threads.add(CourierThread.start(courier, failure)));
  }

  /**
   * Begins to deliver.
   *
   * @param registry where the deliveries are measured
   * @throws UserError when the endpoints file is wrong, or Kafka cannot be had
   */
  public static Webhooks start(
      WebhooksSettings settings, KafkaSettings kafka, MeterRegistry registry) {
    List<Endpoint> endpoints =
        new EndpointsFile(settings.endpoints(), System::getenv, settings.allowHttp()).read();
    Cluster.prepare(kafka, App.WEBHOOKS);
    return new Webhooks(endpoints, settings, kafka, registry);
  }

  /** What has to be well for alerts to be delivered. An endpoint that is set aside is no fault. */
  public List<HealthCheck> checks() {
    return List.of(
        new HealthCheck(
            "couriers",
            () ->
                threads.stream()
                    .flatMap(thread -> thread.ended().stream())
                    .findFirst()
                    .map(endpoint -> "the delivery to '" + endpoint + "' has ended")));
  }

  /** What ops can ask and do. */
  public List<Route> routes() {
    return routes.all();
  }

  /**
   * Waits for as long as all is well.
   *
   * @throws UserError when Kafka refuses what one of the endpoints needs
   */
  public void await() throws InterruptedException {
    try {
      failure.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof AuthorizationException refusal
          ? Cluster.refusal(kafka, App.WEBHOOKS, refusal)
          : new UserError("The alerts cannot be read: " + e.getCause().getMessage(), e);
    }
  }

  private Courier courier(
      Endpoint endpoint, RetryPolicy retries, KafkaSettings kafka, MeterRegistry registry) {
    InstantSource clock = InstantSource.system();
    KafkaConsumer<byte[], byte[]> consumer = consumer(endpoint, kafka);
    KafkaClientMetrics client = new KafkaClientMetrics(consumer);
    client.bindTo(registry);
    clients.add(client);
    return new Courier(
        endpoint,
        new LogPlace(consumer, kafka.topic(Topic.ALERTS)),
        HttpPost.to(endpoint, clock),
        retries,
        clock,
        () -> ThreadLocalRandom.current().nextDouble(),
        registry);
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Endpoint endpoint, KafkaSettings kafka) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try {
      return new KafkaConsumer<>(settings(endpoint, kafka), bytes, bytes);
    } catch (KafkaException e) {
      throw KafkaMistake.of("The Kafka consumer cannot start", e);
    }
  }

  private static Map<String, Object> settings(Endpoint endpoint, KafkaSettings kafka) {
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

  /** Ends the deliveries that are under way; each endpoint keeps its place in the log. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      threads.forEach(CourierThread::stop);
      awaitEnd(PATIENCE);
      threads.forEach(CourierThread::breakOff);
      awaitEnd(LAST_WAIT);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    clients.forEach(KafkaClientMetrics::close);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd(Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    for (CourierThread thread : threads) {
      thread.awaitEnd(until);
    }
  }
}
