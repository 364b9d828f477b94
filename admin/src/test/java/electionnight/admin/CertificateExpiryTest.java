package electionnight.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.testing.SelfSigned;
import electionnight.wire.KafkaSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateExpiryTest {
  private static final String GAUGE = "election.night.certificate.expiry.timestamp";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  @TempDir private Path folder;

  @Test
  void tellsWhenTheCertificateEndsThatABrokerShowsAlsoWhereItWantsToSeeOurs() throws Exception {
    SelfSigned signed = SelfSigned.in(folder.resolve("broker.p12"));
    try (SSLServerSocket broker = listening(signed)) {
      String server = "localhost:" + broker.getLocalPort();

      CertificateExpiry looking = CertificateExpiry.start(kafka(server, "SASL_SSL"), registry);
      await("looked at")
          .atMost(Duration.ofSeconds(20))
          .until(() -> registry.find(GAUGE).gauge() != null);
      looking.close();

      X509Certificate certificate =
          (X509Certificate) signed.keys().getCertificate(SelfSigned.ALIAS);
      assertThat(registry.get(GAUGE).tag("server", server).gauge().value())
          .isEqualTo(certificate.getNotAfter().toInstant().getEpochSecond());
    }
  }

  @Test
  void doesNothingWithoutTls() {
    CertificateExpiry.start(kafka("localhost:1", "PLAINTEXT"), registry).close();

    assertThat(registry.getMeters()).isEmpty();
  }

  private static KafkaSettings kafka(String server, String protocol) {
    return new KafkaSettings(server, "", Map.of("security.protocol", protocol));
  }

  /** Answers handshakes until it is closed, and wants to see a certificate. */
  private static SSLServerSocket listening(SelfSigned signed) throws Exception {
    SSLServerSocket server =
        (SSLServerSocket)
            signed
                .tls()
                .getServerSocketFactory()
                .createServerSocket(0, 0, InetAddress.getByName("localhost"));
    server.setNeedClientAuth(true);
    DaemonThread.of(
            () -> {
              while (!server.isClosed()) {
                try (SSLSocket client = (SSLSocket) server.accept()) {
                  client.startHandshake();
                } catch (IOException e) {
                  // Whoever only looks leaves in the middle.
                }
              }
            },
            "tls-broker")
        .start();
    return server;
  }
}
