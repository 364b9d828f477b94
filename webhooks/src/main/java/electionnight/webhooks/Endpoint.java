package electionnight.webhooks;

import electionnight.domain.Alert;
import electionnight.domain.ElectionId;
import electionnight.domain.Mode;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Where alerts are delivered, and which.
 *
 * @param id names it in the consumer group, the metrics and the log
 * @param url without a user; its path and query may be a secret and are not shown
 * @param secrets at least one; each signs, so that the receiver can go over from one to the next
 * @param elections the nights it wants; empty for all
 * @param kinds the kinds of alert it wants; empty for all
 * @param modes the modes it wants
 * @param from where it starts when it is new
 */
record Endpoint(
    String id,
    URI url,
    List<Secret> secrets,
    Set<ElectionId> elections,
    Set<Alert.Kind> kinds,
    Set<Mode> modes,
    Start from) {

  /** Where in the log an endpoint starts that has no place in it yet. */
  enum Start {
    EARLIEST,
    LATEST
  }

  Endpoint {
    secrets = List.copyOf(secrets);
    elections = Set.copyOf(elections);
    kinds = Set.copyOf(kinds);
    modes = Set.copyOf(modes);
  }

  boolean wants(Alert alert) {
    return modes.contains(alert.mode())
        && (elections.isEmpty() || elections.contains(alert.election()))
        && (kinds.isEmpty() || kinds.contains(alert.kind()));
  }

  /** The address as people may see it. */
  String shownUrl() {
    return url.getScheme() + "://" + url.getRawAuthority() + "/…";
  }

  @Override
  public String toString() {
    return id;
  }
}
