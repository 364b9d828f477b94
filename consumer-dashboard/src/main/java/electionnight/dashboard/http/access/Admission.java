package electionnight.dashboard.http.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lets streams and sockets in as long as there is a place; one for all event loops. */
public final class Admission {
  private final AccessSettings settings;
  private final Places places;
  private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
  private volatile boolean stopping;

  /**
   * @param registry where it is counted who was refused
   */
  public Admission(AccessSettings settings, MeterRegistry registry) {
    this.settings = settings;
    this.places = new Places(settings.maxClients());
    for (Refusal reason : Refusal.values()) {
      refused.put(
          reason,
          Counter.builder("election.night.refused.clients")
              .description("Streams and sockets that were not let in")
              .tag("reason", reason.word())
              .register(registry));
    }
  }

  /**
   * Takes a place for the sender of a request until its connection is gone, whoever ends it.
   *
   * @return why it is not let in; empty where it is
   */
  public Optional<Refusal> enter(HttpServerRequest request) {
    if (stopping) {
      return counted(Refusal.STOPPING);
    }
    Peer peer = Peer.of(request.connection());
    String address =
        ClientAddress.of(
            peer.address(), request.headers().getAll("X-Forwarded-For"), settings.proxies());
    Optional<Refusal> refusal = places.take(address, settings.maxClientsPerAddress());
    if (refusal.isPresent()) {
      return counted(refusal.get());
    }
    peer.whenGone(() -> places.leave(address));
    return Optional.empty();
  }

  /**
   * The same for a WebSocket, which a browser opens for the pages of every site: only ours and
   * those that are allowed may.
   */
  public Optional<Refusal> enterSocket(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null || isOurs(origin, request) || settings.origins().contain(origin)
        ? enter(request)
        : counted(Refusal.ORIGIN);
  }

  /** Lets nobody in any more. */
  public void stop() {
    stopping = true;
  }

  /** How many are in. */
  public int clients() {
    return places.taken();
  }

  /** The addresses that most are in from with how many they are, most first. */
  public Map<String, Integer> busiest(int count) {
    return places.busiest(count);
  }

  /** The scheme is left out: behind a proxy that ends TLS we do not know it. */
  private static boolean isOurs(String origin, HttpServerRequest request) {
    String host = request.getHeader(HttpHeaders.HOST);
    int scheme = origin.indexOf("://");
    return host != null
        && scheme > 0
        && origin
            .substring(scheme + "://".length())
            .toLowerCase(Locale.ROOT)
            .equals(host.toLowerCase(Locale.ROOT));
  }

  /** How many were not let in, by reason. */
  public Map<String, Long> refused() {
    Map<String, Long> counts = new LinkedHashMap<>();
    refused.forEach((reason, counter) -> counts.put(reason.word(), (long) counter.count()));
    return counts;
  }

  private Optional<Refusal> counted(Refusal reason) {
    refused.get(reason).increment();
    return Optional.of(reason);
  }
}
