package electionnight.admin;

import electionnight.cli.ShownCertificate;
import electionnight.wire.KafkaSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads every hour until when the certificates are valid that the brokers show which an app was
 * configured with, where it speaks TLS to them. Nothing is trusted for that, and nothing is sent.
 */
final class CertificateExpiry implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final List<String> servers;
  private final MeterRegistry registry;
  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(task -> DaemonThread.of(task, "certificates"));

  private CertificateExpiry(List<String> servers, MeterRegistry registry) {
    this.servers = servers;
    this.registry = registry;
  }

  /** Begins to look; does nothing for a cluster without TLS. */
  static CertificateExpiry start(KafkaSettings kafka, MeterRegistry registry) {
    List<String> servers = kafka.speaksTls() ? kafka.servers() : List.of();
    CertificateExpiry started = new CertificateExpiry(servers, registry);
    if (!servers.isEmpty()) {
      started.looks.scheduleWithFixedDelay(
          started::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }
    return started;
  }

  private void look() {
    for (String server : servers) {
      ShownCertificate.expiry(Utils.getHost(server), Utils.getPort(server), ANSWER_WITHIN)
          .ifPresent(at -> expires(server, at));
    }
  }

  private void expires(String server, Instant at) {
    if (expiries.put(server, at) == null) {
      Gauge.builder(
              "election.night.certificate.expiry.timestamp",
              () -> expiries.get(server).getEpochSecond())
          .description("When the certificate ends that a broker shows")
          .baseUnit("seconds")
          .tag("server", server)
          .register(registry);
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
