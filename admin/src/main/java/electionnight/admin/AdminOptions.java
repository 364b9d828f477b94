package electionnight.admin;

import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options of the admin port. */
public final class AdminOptions {
  private static final String OFF = "off";

  @Option(
      names = "--admin-host",
      paramLabel = "ADDRESS",
      description =
          "Where metrics and health are to be had; better not for everyone (default:"
              + " ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--admin-port",
      paramLabel = "PORT|off",
      description = "Their port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private String port;

  /**
   * @param port the port unless told
   */
  public AdminOptions(int port) {
    this.port = String.valueOf(port);
  }

  /**
   * What was asked for.
   *
   * @throws IllegalArgumentException when there is no such port
   */
  public AdminSettings settings() {
    try {
      return new AdminSettings(
          host, port.equals(OFF) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("an admin port is a number or off, not '" + port + "'", e);
    }
  }
}
