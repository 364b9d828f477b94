package electionnight.webhooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** What is measured of the deliveries to one endpoint. */
final class CourierMetrics {
  private static final String ENDPOINT = "endpoint";

  private final Counter delivered;
  private final Counter failed;
  private final Counter unreadable;

  CourierMetrics(MeterRegistry registry, String endpoint, Supplier<EndpointStatus> status) {
    delivered = counter(registry, endpoint, "delivered");
    failed = counter(registry, endpoint, "failed");
    unreadable = counter(registry, endpoint, "unreadable");
    Gauge.builder("election.night.webhook.lag", () -> status.get().lag())
        .description("Records of the log that an endpoint has not passed yet")
        .tag(ENDPOINT, endpoint)
        .register(registry);
    Gauge.builder("election.night.webhook.set.aside", () -> isSetAside(status.get()) ? 1 : 0)
        .description("1 while nothing is delivered to an endpoint until somebody says so")
        .tag(ENDPOINT, endpoint)
        .register(registry);
  }

  void delivered() {
    delivered.increment();
  }

  void failed() {
    failed.increment();
  }

  void unreadable() {
    unreadable.increment();
  }

  private static boolean isSetAside(EndpointStatus status) {
    return status.state() == EndpointStatus.State.SET_ASIDE;
  }

  private static Counter counter(MeterRegistry registry, String endpoint, String outcome) {
    return Counter.builder("election.night.webhook.deliveries")
        .description("Attempts to deliver, and to read an alert that could not be read")
        .tag(ENDPOINT, endpoint)
        .tag("outcome", outcome)
        .register(registry);
  }
}
