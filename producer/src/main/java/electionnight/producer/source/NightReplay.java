package electionnight.producer.source;

import electionnight.domain.Declaration;
import electionnight.domain.Input;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.producer.night.RecordedNight;
import electionnight.producer.night.RecordedNight.Moment;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Acknowledgements;
import electionnight.producer.publish.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Plays a recorded night: first its reference data, then its declarations in their order and at
 * their times. To play it again, or a part of it, is safe: nothing counts twice.
 */
public final class NightReplay {
  private final Publisher publisher;
  private final RecordedNight night;
  private final Pace pace;
  private final Progress progress;
  private final MonotonicClock clock;

  public NightReplay(Publisher publisher, RecordedNight night, Pace pace, Progress progress) {
    this(publisher, night, pace, progress, MonotonicClock.SYSTEM);
  }

  NightReplay(
      Publisher publisher,
      RecordedNight night,
      Pace pace,
      Progress progress,
      MonotonicClock clock) {
    this.publisher = publisher.as("replay");
    this.night = night;
    this.pace = pace;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Plays the night and returns when Kafka has acknowledged all of it.
   *
   * @throws InterruptedException when told to stop; what was published is on its way and is sent
   *     when the publisher is closed
   * @throws electionnight.cli.UserError when Kafka has given up on a message
   */
  public void run() throws InterruptedException {
    try {
      publishReferenceData();
      progress.expect(night.declarations().size());
      publishDeclarations();
    } finally {
      progress.end();
    }
  }

  private void publishReferenceData() throws InterruptedException {
    Acknowledgements acknowledgements = new Acknowledgements();
    acknowledgements.expect(publisher.publish(night.election()));
    for (Seat seat : night.seats()) {
      acknowledgements.expect(publisher.publish(seat));
    }
    HeadStart.give(acknowledgements, clock);
  }

  private void publishDeclarations() throws InterruptedException {
    if (night.declarations().isEmpty()) {
      return;
    }
    Map<SeatId, String> names =
        night.seats().stream().collect(Collectors.toMap(Seat::seat, Seat::name));
    Acknowledgements acknowledgements = new Acknowledgements();
    Instant reached = pace.from().orElse(night.declarations().get(0).declaredAt());
    long due = clock.nanoTime();
    for (Moment moment : night.moments()) {
      if (moment.at().isAfter(reached)) {
        due += quiet(Duration.between(reached, moment.at())).toNanos();
        reached = moment.at();
      }
      sleepUntil(due);
      acknowledgements.expect(
          publisher.publish(moment.said()).thenAccept(acknowledged -> tell(moment.said(), names)));
    }
    acknowledgements.await();
  }

  private void tell(Input said, Map<SeatId, String> names) {
    if (said instanceof Declaration declaration) {
      progress.declared(
          names.getOrDefault(declaration.seat(), declaration.seat().value()), declaration);
    }
  }

  /** How long to wait for what came after a stretch of the night without a declaration. */
  private Duration quiet(Duration stretch) {
    Duration scaled = pace.scaled(stretch);
    if (scaled.compareTo(pace.longestWait()) <= 0) {
      return scaled;
    }
    progress.note(
        text(stretch)
            + " until the next declaration, shortened to "
            + text(pace.longestWait())
            + ".");
    return pace.longestWait();
  }

  private void sleepUntil(long due) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped between two declarations");
    }
    for (long left = due - clock.nanoTime(); left > 0; left = due - clock.nanoTime()) {
      clock.sleep(left);
    }
  }

  private static String text(Duration duration) {
    if (duration.toHours() >= 2) {
      return duration.toHours() + " h";
    }
    if (duration.toMinutes() >= 2) {
      return duration.toMinutes() + " min";
    }
    return duration.toSeconds() + " s";
  }
}
