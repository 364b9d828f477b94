package electionnight.streams;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a label that others choose from having more values than a registry of meters can bear. */
final class BoundedLabel {
  /** More different values than this are one. */
  static final int MOST = 50;

  private static final String OTHER = "other";

  private final Set<String> values = ConcurrentHashMap.newKeySet();

  /** The value itself if it is one of the first, else {@code other}. */
  String of(String value) {
    if (values.size() < MOST) {
      values.add(value);
    }
    return values.contains(value) ? value : OTHER;
  }
}
