package electionnight.dashboard.http.access;

import java.util.List;

/**
 * Who may come in, and how many.
 *
 * @param maxClients streams and sockets that are open at once; 20,000 unless told, at least 1
 * @param maxClientsPerAddress those of them from one IPv4 address or one /64 of IPv6; 1,000 unless
 *     told, at least 1
 * @param proxies believed about where a request comes from; none unless told
 * @param origins sites whose pages may read the interface and open sockets, beside our own; none
 *     unless told
 * @param frameAncestors sites that may show what is made for frames in one; none unless told
 */
public record AccessSettings(
    int maxClients,
    int maxClientsPerAddress,
    TrustedProxies proxies,
    Origins origins,
    Origins frameAncestors) {
  /** What holds unless told otherwise. */
  public static final AccessSettings DEFAULTS =
      new AccessSettings(20_000, 1_000, TrustedProxies.in(List.of()), Origins.NONE, Origins.NONE);

  /**
   * @throws IllegalArgumentException when a figure is too small to work with
   */
  public AccessSettings {
    if (maxClients < 1) {
      throw new IllegalArgumentException("at least 1 client is let in, not " + maxClients);
    }
    if (maxClientsPerAddress < 1) {
      throw new IllegalArgumentException(
          "at least 1 client of an address is let in, not " + maxClientsPerAddress);
    }
  }
}
