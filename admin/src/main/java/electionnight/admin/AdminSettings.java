package electionnight.admin;

import java.util.OptionalInt;

/**
 * Where ops ask.
 *
 * @param host the name or address to listen on
 * @param port the TCP port, 0 for a free one; empty for none at all
 */
public record AdminSettings(String host, OptionalInt port) {
  private static final int HIGHEST_PORT = 65_535;

  /**
   * @throws IllegalArgumentException when there is no such port
   */
  public AdminSettings {
    port.ifPresent(
        asked -> {
          if (asked < 0 || asked > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                "an admin port is 0 to " + HIGHEST_PORT + " or off, not " + asked);
          }
        });
  }
}
