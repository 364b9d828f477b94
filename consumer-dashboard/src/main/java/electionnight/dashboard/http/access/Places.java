package electionnight.dashboard.http.access;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** So many can be in at once, and so many of them from one address. For many threads. */
final class Places {
  private final int total;
  private final Map<String, Integer> byAddress = new HashMap<>();
  private int taken;

  Places(int total) {
    this.total = total;
  }

  /**
   * Takes a place, which has to be given back by {@link #leave}.
   *
   * @param most how many may be in from this address
   * @return why there is none; empty where one was taken
   */
  synchronized Optional<Refusal> take(String address, int most) {
    if (taken >= total) {
      return Optional.of(Refusal.TOTAL);
    }
    int there = byAddress.getOrDefault(address, 0);
    if (there >= most) {
      return Optional.of(Refusal.ADDRESS);
    }
    byAddress.put(address, there + 1);
    taken++;
    return Optional.empty();
  }

  synchronized void leave(String address) {
    taken--;
    byAddress.computeIfPresent(address, (who, there) -> there == 1 ? null : there - 1);
  }

  synchronized int taken() {
    return taken;
  }

  /** The addresses that most are in from, most first. */
  synchronized Map<String, Integer> busiest(int count) {
    Map<String, Integer> busiest = new LinkedHashMap<>();
    byAddress.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(count)
        .forEachOrdered(entry -> busiest.put(entry.getKey(), entry.getValue()));
    return busiest;
  }
}
