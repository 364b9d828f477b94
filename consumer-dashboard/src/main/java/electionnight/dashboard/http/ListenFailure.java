package electionnight.dashboard.http;

import electionnight.cli.UserError;
import java.net.BindException;
import java.net.UnknownHostException;

/** Why a server could not start to listen. */
final class ListenFailure {
  private ListenFailure() {}

  /**
   * @param option by which the port is chosen
   */
  static RuntimeException of(String option, String host, int port, Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof BindException && message.contains("in use")) {
      return new UserError(
          "Port " + port + " is in use; choose another with " + option + ", or 0 for a free one.",
          cause);
    }
    if (cause instanceof BindException || cause instanceof UnknownHostException) {
      return new UserError(
          "Cannot listen on port " + port + " of '" + host + "' (" + message + ").", cause);
    }
    return new IllegalStateException("the server cannot be started", cause);
  }
}
