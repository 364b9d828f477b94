package electionnight.webhooks;

import electionnight.cli.EntriesFile;
import electionnight.cli.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the file that says where alerts are delivered. */
final class EndpointsFile {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\"(?<scheme>[a-zA-Z]+://)(?<user>[^/?#\"]*@)?"
              + "(?<host>([a-zA-Z0-9.-]+|\\[[0-9a-fA-F:.]+])(:[0-9]*)?)(?<rest>([/?#][^\"]*)?)\"");

  private final EntriesFile file;
  private final boolean allowHttp;

  /**
   * @param environment the value of a variable, or null where it is not set
   * @param allowHttp whether hosts other than this one may be spoken to without TLS
   */
  EndpointsFile(Path path, UnaryOperator<String> environment, boolean allowHttp) {
    this.file = new EntriesFile(path, "endpoint", environment, EndpointsFile::withoutSecrets);
    this.allowHttp = allowHttp;
  }

  /**
   * The endpoints in the file, with their secrets.
   *
   * @throws UserError when something is wrong with the file, or with a secret that it names
   */
  List<Endpoint> read() {
    return file.read(entry -> new EndpointReader(entry, allowHttp).read());
  }

  /**
   * An address may have a user, and a key in its path or its query; and a secret may have been put
   * where it is not to be.
   */
  private static String withoutSecrets(String field, String value) {
    return field.equals("url") ? withoutKey(value) : value.replaceAll("whsec_[^\"]*", "whsec_…");
  }

  /** Of what is no address nobody knows where a key begins. */
  private static String withoutKey(String url) {
    Matcher address = ADDRESS.matcher(url);
    if (!address.matches()) {
      return url.contains("\"") ? "\"…\"" : url;
    }
    String user = address.group("user") == null ? "" : "…@";
    String rest = address.group("rest").length() > 1 ? "/…" : address.group("rest");
    return "\"" + address.group("scheme") + user + address.group("host") + rest + "\"";
  }
}
