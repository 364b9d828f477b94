package electionnight.dashboard.http.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/**
 * Keeps connections from using up what the process has: so many at once, and none that brings no
 * request. One for all event loops.
 */
public final class Connections implements Handler<HttpConnection> {
  private static final Duration REQUEST_WITHIN = Duration.ofSeconds(30);

  /** For readers of documents, when every place for a stream is taken. */
  private static final int BESIDE_CLIENTS = 2_000;

  /** A browser opens several beside its stream. */
  private static final int PER_CLIENT = 2;

  private final TrustedProxies proxies;
  private final int perAddress;
  private final Places places;
  private final Duration requestWithin;

  /**
   * @param registry where the connections are counted
   */
  public Connections(AccessSettings settings, MeterRegistry registry) {
    this(settings, registry, REQUEST_WITHIN);
  }

  Connections(AccessSettings settings, MeterRegistry registry, Duration requestWithin) {
    this.proxies = settings.proxies();
    this.perAddress =
        (int) Math.min(Integer.MAX_VALUE, (long) PER_CLIENT * settings.maxClientsPerAddress());
    this.places =
        new Places(
            (int) Math.min(Integer.MAX_VALUE, (long) BESIDE_CLIENTS + settings.maxClients()));
    this.requestWithin = requestWithin;
    Gauge.builder("election.night.http.connections", places::taken)
        .description("Open connections of the public port")
        .register(registry);
  }

  /** A new connection. */
  @Override
  public void handle(HttpConnection connection) {
    Peer peer = Peer.of(connection);
    String address = ClientAddress.key(peer.address());
    int most = proxies.trusts(peer.address()) ? Integer.MAX_VALUE : perAddress;
    if (places.take(address, most).isPresent()) {
      peer.channel().close();
      return;
    }
    peer.whenGone(() -> places.leave(address));
    String vertx = ((ConnectionBase) connection).channelHandlerContext().name();
    peer.channel().pipeline().addBefore(vertx, null, new RequestDeadline(requestWithin));
  }
}
