package electionnight.webhooks;

import electionnight.cli.EntriesFile;
import electionnight.cli.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads the file that says where alerts are delivered. */
final class EndpointsFile {
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
    return value
        .replaceAll("//[^/@]*@", "//…@")
        .replaceAll("(//[^/?\"]*[/?])[^\"]+", "$1…")
        .replaceAll("whsec_[^\"]*", "whsec_…");
  }
}
