package electionnight.watch;

import electionnight.domain.ElectionId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The address of a dashboard, as it stands in the address line of a browser.
 *
 * @param base its page, without the slash at the end
 * @param night the night that the address names with {@code ?night=}
 */
record DashboardUrl(String base, Optional<ElectionId> night) {
  private static final String NIGHT = "night=";

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when it is none, with what was expected
   */
  static DashboardUrl parse(String text) {
    URI uri = uri(text);
    String path = uri.getRawPath().replaceFirst("/+$", "");
    return new DashboardUrl(
        uri.getScheme() + "://" + uri.getRawAuthority() + path,
        Optional.ofNullable(uri.getQuery()).flatMap(DashboardUrl::night));
  }

  private static URI uri(String text) {
    try {
      URI uri = new URI(text);
      boolean isWeb =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (isWeb && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new IllegalArgumentException("an address such as http://localhost:8080");
  }

  private static Optional<ElectionId> night(String query) {
    return Arrays.stream(query.split("&"))
        .filter(parameter -> parameter.startsWith(NIGHT) && parameter.length() > NIGHT.length())
        .map(parameter -> new ElectionId(parameter.substring(NIGHT.length())))
        .findFirst();
  }

  /** The address of a document or stream. */
  URI at(String path) {
    return URI.create(base + path);
  }

  @Override
  public String toString() {
    return base;
  }
}
