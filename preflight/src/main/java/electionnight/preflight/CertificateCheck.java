package electionnight.preflight;

import electionnight.cli.ShownCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Node;

/** How long the brokers' certificates still hold. That they are to be trusted, TLS has shown. */
final class CertificateCheck implements Check {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
  private static final Duration SOON = Duration.ofDays(30);

  @Override
  public String name() {
    return "certificates";
  }

  @Override
  public List<Finding> look(Patient patient) {
    if (!patient.settings().speaksTls()) {
      return List.of(
          Finding.warn(
              name(),
              "the cluster is spoken to without TLS",
              "Set security.protocol=SASL_SSL in --kafka-config where others share the network."));
    }
    List<Finding> findings = new ArrayList<>();
    for (Node broker : patient.brokers().values()) {
      findings.add(of(broker));
    }
    return findings;
  }

  private Finding of(Node broker) {
    Optional<Instant> end = ShownCertificate.expiry(broker.host(), broker.port(), ANSWER_WITHIN);
    if (end.isEmpty()) {
      return Finding.warn(
          name(), "broker " + broker.id() + " showed none", "See its log and its listeners.");
    }
    long days = Duration.between(Instant.now(), end.get()).toDays();
    String found = "that of broker " + broker.id() + " holds " + days + " days, until " + end.get();
    return days >= SOON.toDays()
        ? Finding.ok(name(), found)
        : Finding.warn(name(), found, "Renew it: no app can connect when it has ended.");
  }
}
