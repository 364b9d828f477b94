package electionnight.preflight;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.Node;

/** How long the brokers' certificates still hold. That they are to be trusted, TLS has shown. */
final class CertificateCheck implements Check {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration SOON = Duration.ofDays(30);

  @Override
  public String name() {
    return "certificates";
  }

  @Override
  public List<Finding> look(Patient patient) {
    String protocol =
        patient.settings().properties().get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
    if (protocol == null || !protocol.endsWith("SSL")) {
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
    Optional<Instant> end = end(broker);
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

  private static Optional<Instant> end(Node broker) {
    AtomicReference<X509Certificate> shown = new AtomicReference<>();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Looking(shown)}, null);
      try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
        int within = Math.toIntExact(CONNECT_WITHIN.toMillis());
        socket.connect(new InetSocketAddress(broker.host(), broker.port()), within);
        socket.setSoTimeout(within);
        socket.startHandshake();
      }
    } catch (IOException e) {
      // A broker that wants a certificate from us refuses, but has shown its own by then.
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has TLS", e);
    }
    return Optional.ofNullable(shown.get())
        .map(certificate -> certificate.getNotAfter().toInstant());
  }

  /** Remembers what it is shown; nothing is sent to a broker that is believed by it. */
  private record Looking(AtomicReference<X509Certificate> shown) implements X509TrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) {
      shown.set(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) {
      throw new UnsupportedOperationException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
