package electionnight.dashboard.http.access;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * Who may come in, kept for all event loops of a server.
 *
 * @param settings what was asked for
 * @param admission lets streams and sockets in
 * @param connections lets connections in
 * @param idleTimeout after which a connection on which nothing moves is closed
 */
public record Access(
    AccessSettings settings, Admission admission, Connections connections, Duration idleTimeout) {
  private static final Duration SHORTEST_IDLE = Duration.ofSeconds(60);

  /**
   * @param heartbeat how often something moves on a stream at the least
   * @param registry where it is measured
   */
  public static Access of(AccessSettings settings, Duration heartbeat, MeterRegistry registry) {
    FileLimit.check(settings.maxClients());
    Duration twice = heartbeat.multipliedBy(2);
    return new Access(
        settings,
        new Admission(settings, registry),
        new Connections(settings, registry),
        twice.compareTo(SHORTEST_IDLE) > 0 ? twice : SHORTEST_IDLE);
  }
}
