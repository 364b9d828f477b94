package electionnight.dashboard;

import electionnight.dashboard.http.access.AccessSettings;
import electionnight.dashboard.http.access.Origins;
import electionnight.dashboard.http.access.TrustedProxies;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of who may come in. */
public final class AccessOptions {
  private static final AccessSettings DEFAULTS = AccessSettings.DEFAULTS;

  @Option(
      names = "--max-clients",
      paramLabel = "N",
      description = "Streams and sockets open at once (default: ${DEFAULT-VALUE}).")
  private int maxClients = DEFAULTS.maxClients();

  @Option(
      names = "--max-clients-per-address",
      paramLabel = "N",
      description = "Of them from one IPv4 address or one /64 of IPv6 (default: ${DEFAULT-VALUE}).")
  private int maxClientsPerAddress = DEFAULTS.maxClientsPerAddress();

  @Option(
      names = "--trusted-proxy",
      paramLabel = "CIDR",
      split = ",",
      description =
          "An address or subnet whose X-Forwarded-For is believed; may be repeated (default:"
              + " none).")
  private List<String> trustedProxies = List.of();

  @Option(
      names = "--allowed-origin",
      paramLabel = "ORIGIN",
      split = ",",
      description =
          "A site whose pages may read the interface, such as https://news.example, or * for all;"
              + " may be repeated (default: none).")
  private List<String> allowedOrigins = List.of();

  @Option(
      names = "--frame-ancestor",
      paramLabel = "ORIGIN",
      split = ",",
      description =
          "A site that may show /embed in a frame, or * for all; may be repeated (default: none).")
  private List<String> frameAncestors = List.of();

  /**
   * What was asked for.
   *
   * @throws IllegalArgumentException when a value cannot be used
   */
  public AccessSettings settings() {
    return new AccessSettings(
        maxClients,
        maxClientsPerAddress,
        TrustedProxies.in(trustedProxies),
        Origins.of(allowedOrigins),
        Origins.of(frameAncestors));
  }
}
