package electionnight.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.cli.PlainText;
import electionnight.cli.UserError;
import electionnight.domain.Alert;
import electionnight.domain.ElectionId;
import electionnight.domain.Mode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one entry of an endpoints file; whatever is wrong is one sentence about one field. */
final class EndpointReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
  private static final List<String> FIELDS =
      List.of(
          "id", "url", "secretFile", "secretEnvironment", "elections", "kinds", "modes", "from");
  private static final int LONGEST_SHOWN = 200;

  private final Path file;
  private final int number;
  private final JsonNode entry;
  private final UnaryOperator<String> environment;
  private final boolean allowHttp;

  /**
   * @param number of the entry in the file, from 1
   */
  EndpointReader(
      Path file, int number, JsonNode entry, UnaryOperator<String> environment, boolean allowHttp) {
    this.file = file;
    this.number = number;
    this.entry = entry;
    this.environment = environment;
    this.allowHttp = allowHttp;
  }

  Endpoint read() {
    for (Iterator<String> names = entry.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw sentence(
            "has a field '" + shown(name) + "', expected only " + String.join(", ", FIELDS));
      }
    }
    return new Endpoint(
        id(),
        url(),
        secrets(),
        list("elections", ElectionId::new, "a list of ids such as [\"general-election-2024\"]"),
        list("kinds", Alert.Kind::valueOf, "a list of " + words(Alert.Kind.values())),
        modes(),
        start());
  }

  private String id() {
    String id = text("id");
    if (!ID.matcher(id).matches()) {
      throw wrong("id", "1 to 64 lower case letters, digits and hyphens");
    }
    return id;
  }

  private URI url() {
    String expected = allowHttp ? "an https or http address" : "an https address";
    try {
      URI url = new URI(text("url"));
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
    throw wrong("url", expected + " without user and fragment");
  }

  private List<Secret> secrets() {
    if (entry.has("secretFile") == entry.has("secretEnvironment")) {
      throw sentence("needs either secretFile or secretEnvironment");
    }
    String field = entry.has("secretFile") ? "secretFile" : "secretEnvironment";
    String[] texts = secretText(field).strip().split("\\s+");
    try {
      return Arrays.stream(texts).map(Secret::parse).toList();
    } catch (IllegalArgumentException e) {
      throw wrong(field, "secrets in it, each " + Secret.EXPECTED);
    }
  }

  private String secretText(String field) {
    String value = text(field);
    if (field.equals("secretEnvironment")) {
      String secrets = environment.apply(value);
      if (secrets == null) {
        throw wrong(field, "an environment variable that is set");
      }
      return secrets;
    }
    try {
      return Files.readString(file.resolveSibling(value));
    } catch (IOException | IllegalArgumentException e) {
      throw wrong(field, "a file that can be read");
    }
  }

  private Set<Mode> modes() {
    Set<Mode> modes = list("modes", Mode::valueOf, "a list of " + words(Mode.values()));
    return modes.isEmpty() ? Set.of(Mode.LIVE) : modes;
  }

  private Endpoint.Start start() {
    if (!entry.has("from")) {
      return Endpoint.Start.LATEST;
    }
    return switch (text("from")) {
      case "earliest" -> Endpoint.Start.EARLIEST;
      case "latest" -> Endpoint.Start.LATEST;
      default -> throw wrong("from", "earliest or latest");
    };
  }

  private <T> Set<T> list(String field, Function<String, T> parse, String expected) {
    if (!entry.has(field)) {
      return Set.of();
    }
    JsonNode values = entry.get(field);
    Set<T> list = new LinkedHashSet<>();
    try {
      for (JsonNode value : values) {
        list.add(parse.apply(value.isTextual() ? value.textValue() : ""));
      }
    } catch (IllegalArgumentException e) {
      throw wrong(field, expected);
    }
    if (!values.isArray() || list.isEmpty()) {
      throw wrong(field, expected);
    }
    return list;
  }

  private String text(String field) {
    if (!entry.path(field).isTextual()) {
      throw wrong(field, "a text");
    }
    return entry.get(field).textValue();
  }

  /** The sentence about a field that is not as it has to be. */
  UserError wrong(String field, String expected) {
    String value =
        entry.has(field)
            ? field + " is " + shown(withoutSecrets(entry.get(field)))
            : field + " is missing";
    return sentence(value + ", expected " + expected);
  }

  private UserError sentence(String what) {
    String name =
        entry.path("id").isTextual() ? " '" + shown(entry.get("id").textValue()) + "'" : "";
    return new UserError(
        "The endpoints file " + file + ", endpoint " + number + name + ": " + what + ".");
  }

  /**
   * An address may have a user or a query, and a secret may have been put where it is not to be.
   */
  private static String withoutSecrets(JsonNode value) {
    return value
        .toString()
        .replaceAll("//[^/@]*@", "//…@")
        .replaceAll("\\?[^\"]*", "?…")
        .replaceAll("whsec_[^\"]*", "whsec_…");
  }

  private static String shown(String text) {
    return PlainText.fit(PlainText.of(text), LONGEST_SHOWN);
  }

  private static String words(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
  }
}
