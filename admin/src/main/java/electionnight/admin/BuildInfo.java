package electionnight.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * Which build of an app runs, as it answers {@code /info}.
 *
 * @param app its name
 * @param version of Election Night; {@code unknown} where it was not packaged
 * @param commit of its sources; {@code unknown} where it was built outside of a clone
 * @param java the version it runs on
 */
record BuildInfo(String app, String version, String commit, String java) {
  private static final String UNKNOWN = "unknown";

  static BuildInfo of(String app) {
    String version = BuildInfo.class.getPackage().getImplementationVersion();
    return new BuildInfo(
        app, version == null ? UNKNOWN : version, builtFrom(), System.getProperty("java.version"));
  }

  private static String builtFrom() {
    try (InputStream file = BuildInfo.class.getResourceAsStream("git.properties")) {
      Properties properties = new Properties();
      if (file != null) {
        properties.load(file);
      }
      return Optional.ofNullable(properties.getProperty("git.commit.id.full")).orElse(UNKNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
