package electionnight.streams;

import electionnight.domain.ElectionId;
import electionnight.domain.Folded;
import electionnight.domain.Heard;
import electionnight.domain.Input;
import electionnight.wire.Inputs;
import electionnight.wire.Provenance;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** What is measured of one task, from when it is taken up until it goes elsewhere. */
final class TaskMetrics implements AutoCloseable {
  private final NightMetrics metrics;
  private final LongSupplier clock;
  private final long takenUpAt;
  private final Set<ElectionId> elections = new HashSet<>();

  /**
   * @param clock in milliseconds since 1970
   * @param revisions how far each night is whose task this is
   */
  TaskMetrics(NightMetrics metrics, LongSupplier clock, Map<ElectionId, Long> revisions) {
    this.metrics = metrics;
    this.clock = clock;
    takenUpAt = clock.getAsLong();
    revisions.forEach(this::reached);
  }

  /**
   * A record was folded.
   *
   * @param among which inputs it is
   * @param said what it says; empty where it cannot be read
   */
  void folded(
      Inputs among, Optional<Input> said, Folded folded, Heard heard, Provenance provenance) {
    metrics.count(folded, heard.cause());
    if (among == Inputs.NIGHT) {
      metrics.declared(said, folded, heard.cause(), provenance);
    }
    if (folded instanceof Folded.Accepted accepted) {
      reached(accepted.night().election().election(), accepted.night().revision());
    }
    // What had been waiting before would only tell how long nobody was here.
    long published = heard.at().toEpochMilli();
    if (published >= takenUpAt) {
      metrics.publishedToFolded(clock.getAsLong() - published);
    }
  }

  private void reached(ElectionId election, long revision) {
    elections.add(election);
    metrics.reached(election, revision);
  }

  @Override
  public void close() {
    metrics.left(elections);
  }
}
