package electionnight.dashboard;

import electionnight.dashboard.http.access.AccessSettings;
import electionnight.dashboard.push.PushSettings;

/**
 * How the dashboard is served.
 *
 * @param host the name or address to listen on; {@code localhost} unless told, {@code 0.0.0.0} for
 *     everyone
 * @param port the TCP port; 8080 unless told, 0 for a free one
 * @param history how many updates of each night at least are kept for going back in time; 20,000
 *     unless told
 * @param push how updates are pushed
 * @param access who may come in, and how many
 */
public record DashboardSettings(
    String host, int port, int history, PushSettings push, AccessSettings access) {
  /** What holds unless told otherwise. */
  public static final DashboardSettings DEFAULTS =
      new DashboardSettings(
          "localhost", 8080, 20_000, PushSettings.DEFAULTS, AccessSettings.DEFAULTS);

  private static final int HIGHEST_PORT = 65_535;

  /**
   * @throws IllegalArgumentException when a figure cannot be used
   */
  public DashboardSettings {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port is 0 to " + HIGHEST_PORT + ", not " + port);
    }
    if (history < 1) {
      throw new IllegalArgumentException("a history has at least 1 update, not " + history);
    }
  }

  public DashboardSettings withPort(int other) {
    return new DashboardSettings(host, other, history, push, access);
  }

  public DashboardSettings withPush(PushSettings other) {
    return new DashboardSettings(host, port, history, other, access);
  }

  public DashboardSettings withAccess(AccessSettings other) {
    return new DashboardSettings(host, port, history, push, other);
  }
}
