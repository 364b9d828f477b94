package electionnight.dashboard.http.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Sites by their origins, such as {@code https://news.example}; {@code *} stands for all. */
public final class Origins {
  /** No site. */
  public static final Origins NONE = new Origins(Set.of());

  private static final String ALL = "*";

  private final Set<String> origins;

  private Origins(Set<String> origins) {
    this.origins = origins;
  }

  /**
   * @throws IllegalArgumentException when one is not an origin
   */
  public static Origins of(List<String> origins) {
    return new Origins(
        origins.stream()
            .map(origin -> origin.strip().equals(ALL) ? ALL : checked(origin.strip()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Whether a site is one of these.
   *
   * @param origin as a browser's {@code Origin} header has it
   */
  public boolean contain(String origin) {
    return hasAll() || origins.contains(origin.toLowerCase(Locale.ROOT));
  }

  /** Whether all sites are meant. */
  public boolean hasAll() {
    return origins.contains(ALL);
  }

  /** Whether some sites are meant and others not, so that an answer depends on who asks. */
  public boolean differ() {
    return !origins.isEmpty() && !hasAll();
  }

  /** As a source list of a Content-Security-Policy. */
  public String sources() {
    return origins.isEmpty()
        ? "'none'"
        : origins.stream().sorted().collect(Collectors.joining(" "));
  }

  /** Only what was taken apart and put together again may get into a header. */
  private static String checked(String text) {
    try {
      URI uri = new URI(text.toLowerCase(Locale.ROOT));
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null) {
        String origin =
            uri.getScheme()
                + "://"
                + uri.getHost()
                + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        if (origin.equals(uri.toString())) {
          return origin;
        }
      }
    } catch (URISyntaxException e) {
      throw notAnOrigin(text, e);
    }
    throw notAnOrigin(text, null);
  }

  private static IllegalArgumentException notAnOrigin(String text, Exception cause) {
    return new IllegalArgumentException(
        "an origin is * or like https://news.example, without a path, not '" + text + "'", cause);
  }
}
