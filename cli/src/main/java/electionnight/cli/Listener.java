package electionnight.cli;

import electionnight.wire.KafkaSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What listens where a Kafka broker is expected. Without TLS, Kafka's client takes the first bytes
 * of whatever it hears for the length of an answer, sets aside as much memory and waits for it: it
 * cannot say that a port speaks TLS, or HTTP, and may run out of memory over it.
 */
public final class Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** With what Kafka's client waits, an app says within 10 seconds that a cluster is away. */
  private static final Duration REACHED_WITHIN = Duration.ofSeconds(1);

  /** Which versions of its requests a broker knows: all answer that, to anyone, in few bytes. */
  private static final byte[] API_VERSIONS =
      ByteBuffer.allocate(14)
          .putInt(10)
          .putShort(ApiKeys.API_VERSIONS.id)
          .putShort((short) 0)
          .putInt(1)
          .putShort((short) -1)
          .array();

  private static final int LONGEST_ANSWER = 1 << 20;

  private final String host;
  private final int port;

  private Listener(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * Makes sure that the first of the servers to be reached is not of another kind, where it is to
   * be spoken to without TLS. Of one that is silent, or away, Kafka's client tells.
   *
   * @throws UserError when it speaks TLS, or another protocol than Kafka's
   */
  public static void requireKafka(KafkaSettings settings) {
    if (settings.speaksTls()) {
      return;
    }
    long begun = System.nanoTime();
    for (String server : settings.servers()) {
      if (System.nanoTime() - begun > REACHED_WITHIN.toNanos()) {
        return;
      }
      String host = Utils.getHost(server);
      Integer port = Utils.getPort(server);
      // Kafka's client says better than we what is wrong with a name.
      if (host != null && port != null && new Listener(host, port).isReached(server)) {
        return;
      }
    }
  }

  private boolean isReached(String server) {
    Optional<byte[]> answer = firstBytes();
    answer
        .flatMap(this::notKafka)
        .ifPresent(
            what -> {
              throw new UserError("What listens at " + server + " " + what + ".");
            });
    return answer.isPresent();
  }

  /** Empty where nobody listens. */
  private Optional<byte[]> firstBytes() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(REACHED_WITHIN.toMillis()));
      return Optional.of(answer(socket));
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("{}:{} was not asked what it is", host, port, e);
      return Optional.empty();
    }
  }

  private static byte[] answer(Socket socket) {
    try {
      socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      socket.getOutputStream().write(API_VERSIONS);
      return socket.getInputStream().readNBytes(Integer.BYTES);
    } catch (IOException e) {
      LOG.debug("{} did not answer", socket, e);
      return new byte[0];
    }
  }

  /** How it goes on after 'What listens there'; empty where it may be a broker. */
  private Optional<String> notKafka(byte[] first) {
    boolean alert = first.length == Integer.BYTES && first[0] == 0x15 && first[1] == 0x03;
    // Some hang up without a word on whoever does not begin with TLS.
    if (alert || first.length == 0 && ShownCertificate.expiry(host, port, PATIENCE).isPresent()) {
      return Optional.of("speaks TLS; set security.protocol to SASL_SSL or SSL in --kafka-config");
    }
    if (first.length < Integer.BYTES) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(first).getInt();
    return length > 0 && length <= LONGEST_ANSWER
        ? Optional.empty()
        : Optional.of(
            "is no Kafka broker: its answer begins with '"
                + PlainText.of(new String(first, StandardCharsets.ISO_8859_1))
                + "'");
  }
}
