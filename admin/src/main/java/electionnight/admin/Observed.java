package electionnight.admin;

import electionnight.wire.KafkaSettings;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/**
 * What there is to see of an app at its admin port, beside what every app shows.
 *
 * @param app its name, such as {@code streams-app}
 * @param kafka the cluster that it works with
 * @param meters what it measures; what is measured of every process is added to it
 * @param checks what has to be well before it is ready, beside Kafka
 * @param routes what else can be asked of it, or done
 */
public record Observed(
    String app,
    KafkaSettings kafka,
    PrometheusMeterRegistry meters,
    List<HealthCheck> checks,
    List<Route> routes) {
  public Observed {
    checks = List.copyOf(checks);
    routes = List.copyOf(routes);
  }
}
