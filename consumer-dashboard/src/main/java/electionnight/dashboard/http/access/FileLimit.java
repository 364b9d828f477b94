package electionnight.dashboard.http.access;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many files, and so connections, the operating system lets this process have open. */
final class FileLimit {
  private static final Logger LOG = LoggerFactory.getLogger(FileLimit.class);

  private FileLimit() {}

  /** Warns where fewer clients can be served than are let in. */
  static void check(int maxClients) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      warning(system.getMaxFileDescriptorCount(), maxClients).ifPresent(LOG::warn);
    }
  }

  /** The sentence; empty where the limit is high enough. */
  static Optional<String> warning(long limit, int maxClients) {
    return limit >= maxClients
        ? Optional.empty()
        : Optional.of(
            "This process may have only "
                + limit
                + " files open, fewer than the "
                + maxClients
                + " clients of --max-clients: raise the limit (ulimit -n) or lower --max-clients.");
  }
}
