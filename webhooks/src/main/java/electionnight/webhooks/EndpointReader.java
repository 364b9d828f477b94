package electionnight.webhooks;

import electionnight.cli.Entry;
import electionnight.domain.Alert;
import electionnight.domain.ElectionId;
import electionnight.domain.Mode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one entry of an endpoints file. */
final class EndpointReader {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
  private static final List<String> FIELDS =
      List.of(
          Entry.ID,
          "url",
          "secretFile",
          "secretEnvironment",
          "elections",
          "kinds",
          "modes",
          "from");

  private final Entry entry;
  private final boolean allowHttp;

  EndpointReader(Entry entry, boolean allowHttp) {
    this.entry = entry;
    this.allowHttp = allowHttp;
  }

  Endpoint read() {
    entry.allowOnly(FIELDS);
    return new Endpoint(
        entry.id(),
        url(),
        secrets(),
        entry.list(
            "elections", ElectionId::new, "a list of ids such as [\"general-election-2024\"]"),
        entry.list("kinds", Alert.Kind::valueOf, "a list of " + words(Alert.Kind.values())),
        modes(),
        start());
  }

  private URI url() {
    String expected = allowHttp ? "an https or http address" : "an https address";
    try {
      URI url = new URI(entry.text("url"));
      String scheme = String.valueOf(url.getScheme());
      String host = url.getHost();
      boolean isSafe = scheme.equals("https");
      if (host != null
          && url.getUserInfo() == null
          && url.getFragment() == null
          && url.getPort() <= 65_535
          && (isSafe || scheme.equals("http") && (allowHttp || LOOPBACK.matcher(host).matches()))) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw entry.wrong("url", expected + " without user and fragment");
  }

  private List<Secret> secrets() {
    if (entry.has("secretFile") == entry.has("secretEnvironment")) {
      throw entry.sentence("needs either secretFile or secretEnvironment");
    }
    String field = entry.has("secretFile") ? "secretFile" : "secretEnvironment";
    String text = field.equals("secretFile") ? entry.fileText(field) : entry.environmentText(field);
    try {
      return Arrays.stream(text.strip().split("\\s+")).map(Secret::parse).toList();
    } catch (IllegalArgumentException e) {
      throw entry.wrong(field, "secrets in it, each " + Secret.EXPECTED);
    }
  }

  private Set<Mode> modes() {
    Set<Mode> modes = entry.list("modes", Mode::valueOf, "a list of " + words(Mode.values()));
    return modes.isEmpty() ? Set.of(Mode.LIVE) : modes;
  }

  private Endpoint.Start start() {
    if (!entry.has("from")) {
      return Endpoint.Start.LATEST;
    }
    return switch (entry.text("from")) {
      case "earliest" -> Endpoint.Start.EARLIEST;
      case "latest" -> Endpoint.Start.LATEST;
      default -> throw entry.wrong("from", "earliest or latest");
    };
  }

  private static String words(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
  }
}
