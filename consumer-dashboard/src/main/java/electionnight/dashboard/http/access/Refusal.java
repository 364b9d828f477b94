package electionnight.dashboard.http.access;

import java.util.Locale;

/** Why somebody is not let in. */
public enum Refusal {
  /** As many are in as the process takes. */
  TOTAL,
  /** As many are in as it takes from one address. */
  ADDRESS,
  /** A page of another site asks for a socket, and that site is not allowed to. */
  ORIGIN,
  /** The server is about to stop. */
  STOPPING;

  /** The reason as metrics name it, such as {@code address}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
