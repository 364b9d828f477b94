package electionnight.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the certificate that a server shows, and trusts nobody: the handshake ends with it. */
public final class ShownCertificate extends X509ExtendedTrustManager {
  private static final Logger LOG = LoggerFactory.getLogger(ShownCertificate.class);

  private Optional<Instant> expiry = Optional.empty();

  private ShownCertificate() {}

  /**
   * When the certificate ends that a server shows; empty where it shows none.
   *
   * @param patience how long to wait for the connection, and then for each answer
   */
  public static Optional<Instant> expiry(String host, int port, Duration patience) {
    ShownCertificate shown = new ShownCertificate();
    int millis = Math.toIntExact(patience.toMillis());
    try (Socket plain = new Socket()) {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {shown}, null);
      plain.connect(new InetSocketAddress(host, port), millis);
      plain.setSoTimeout(millis);
      try (SSLSocket socket =
          (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true)) {
        socket.startHandshake();
      }
    } catch (IOException e) {
      // As always, because nothing that is shown is trusted.
      LOG.debug("{}:{} has shown what it shows", host, port, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has TLS", e);
    }
    return shown.expiry;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    expiry = Optional.of(chain[0].getNotAfter().toInstant());
    throw new CertificateException("seen, which was all");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("no client is spoken to");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
