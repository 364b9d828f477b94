package electionnight.producer.source;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files of a watched folder that could not be taken, as they are measured. */
public final class FailedFiles {
  private final Set<Path> files = ConcurrentHashMap.newKeySet();

  /** None yet. */
  public FailedFiles(MeterRegistry registry) {
    Gauge.builder("election.night.folder.failed.files", files, Set::size)
        .description("Files of the watched folder that could not be taken and are tried again")
        .strongReference(true)
        .register(registry);
  }

  /** Says whether it is another one. */
  boolean add(Path file) {
    return files.add(file);
  }

  /** Says whether it was one of them. */
  boolean remove(Path file) {
    return files.remove(file);
  }

  boolean contains(Path file) {
    return files.contains(file);
  }

  void retainAll(Collection<Path> others) {
    files.retainAll(others);
  }
}
