package electionnight.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.wire.KafkaSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateExpiryTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String GAUGE = "election.night.certificate.expiry.timestamp";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  @TempDir private Path folder;

  @Test
  void tellsWhenTheCertificateEndsThatABrokerShowsAlsoWhereItWantsToSeeOurs() throws Exception {
    KeyStore keys = selfSigned();
    try (SSLServerSocket broker = listening(keys)) {
      String server = "localhost:" + broker.getLocalPort();

      CertificateExpiry looking = CertificateExpiry.start(kafka(server, "SASL_SSL"), registry);
      await("looked at")
          .atMost(Duration.ofSeconds(20))
          .until(() -> registry.find(GAUGE).gauge() != null);
      looking.close();

      X509Certificate certificate = (X509Certificate) keys.getCertificate("broker");
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

  private KeyStore selfSigned() throws Exception {
    Path file = folder.resolve("broker.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "broker",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            String.valueOf(PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as("keytool: %s", said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  /** Answers handshakes until it is closed, and wants to see a certificate. */
  private static SSLServerSocket listening(KeyStore keys) throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    SSLServerSocket server =
        (SSLServerSocket)
            tls.getServerSocketFactory()
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
