package electionnight.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import electionnight.cli.PlainText;
import electionnight.cli.UserError;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Reason;
import electionnight.domain.Update;
import electionnight.wire.Decoded;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Follows a night over one connection after another: each revision once and in order, and where
 * some are missing a snapshot.
 */
final class Follower {
  private static final Duration TICK = Duration.ofSeconds(1);

  /** A connection that lasts so long was worth its making. */
  private static final Duration LASTING = Duration.ofSeconds(5);

  private static final int LONGEST_NOTE = 300;

  /** Of an event; a snapshot of 650 seats with all its alerts has some 2 MB. */
  private static final int LONGEST_EVENT = 32 * 1024 * 1024;

  private final Dashboard dashboard;
  private final Election election;
  private final WatchedNight night;
  private final Screen screen;
  private final boolean untilDeclared;
  private final Duration longestSilence;
  private final LongSupplier nanoClock;
  private final Backoff backoff;
  private Optional<String> lastId = Optional.empty();
  private long heardAt;

  /** How the reading of a connection ended, other than that it broke. */
  private enum Ended {
    DECLARED,
    NOBODY_READS,
    REVISIONS_MISSING
  }

  /**
   * @param untilDeclared whether to end when every seat is decided and none is being checked
   * @param longestSilence after which a connection is taken for dead
   * @param chance numbers from 0 to less than 1
   */
  Follower(
      Dashboard dashboard,
      Election election,
      WatchedNight night,
      Screen screen,
      boolean untilDeclared,
      Duration longestSilence,
      LongSupplier nanoClock,
      DoubleSupplier chance) {
    this.dashboard = dashboard;
    this.election = election;
    this.night = night;
    this.screen = screen;
    this.untilDeclared = untilDeclared;
    this.longestSilence = longestSilence;
    this.nanoClock = nanoClock;
    this.backoff = new Backoff(chance);
  }

  /**
   * Follows until every seat is decided, where that is asked for, or nobody reads.
   *
   * @throws UserError when the night cannot be had at the start
   */
  void run() throws InterruptedException {
    try {
      follow();
    } finally {
      screen.end();
    }
  }

  private void follow() throws InterruptedException {
    ElectionId id = election.election();
    while (true) {
      try (EventStream stream = dashboard.stream(id, lastId)) {
        Ended ended = read(stream);
        if (ended != Ended.REVISIONS_MISSING) {
          return;
        }
        lastId = Optional.empty();
        pause("Revisions are missing");
      } catch (IOException e) {
        if (night.totals().isEmpty()) {
          throw new UserError("The night cannot be followed: " + e.getMessage(), e);
        }
        pause(e.getMessage());
      }
      if (screen.isGone()) {
        return;
      }
    }
  }

  private void pause(String why) throws InterruptedException {
    long until = nanoClock.getAsLong() + backoff.next().toNanos();
    for (long left = 1; left > 0; left = until - nanoClock.getAsLong()) {
      show(Connection.lost(why, sinceHeard()));
      TimeUnit.NANOSECONDS.sleep(
          Math.min(TICK.toNanos(), Math.max(0, until - nanoClock.getAsLong())));
    }
  }

  private Duration sinceHeard() {
    return Duration.ofNanos(nanoClock.getAsLong() - heardAt);
  }

  private void show(Connection connection) {
    night.totals().ifPresent(totals -> screen.standing(election, totals, connection));
  }

  private Ended read(EventStream stream) throws IOException, InterruptedException {
    EventParser parser = new EventParser(LONGEST_EVENT);
    long opened = nanoClock.getAsLong();
    long heard = opened;
    while (true) {
      List<ByteBuffer> bytes = stream.poll(TICK);
      long now = nanoClock.getAsLong();
      if (!bytes.isEmpty()) {
        heard = now;
        heardAt = now;
        // Whoever has missed nothing is sent no event.
        show(Connection.CURRENT);
        if (now - opened >= LASTING.toNanos()) {
          backoff.succeeded();
        }
      } else if (now - heard >= longestSilence.toNanos()) {
        throw new IOException("Nothing was heard for " + longestSilence.toSeconds() + " s");
      } else if (screen.isGone()) {
        return Ended.NOBODY_READS;
      }
      for (ByteBuffer part : bytes) {
        List<Event> events = parser.read(part);
        parser.retry().ifPresent(backoff::ask);
        for (Event event : events) {
          Optional<Ended> ended = take(event);
          if (ended.isPresent()) {
            return ended.get();
          }
        }
      }
    }
  }

  private Optional<Ended> take(Event event) {
    if (event.tooLong()) {
      unreadable(event, "it is longer than " + LONGEST_EVENT + " bytes");
      return Optional.empty();
    }
    return switch (event.name()) {
      case "snapshot" -> snapshot(event);
      case "update" -> update(event);
      default -> Optional.empty(); // Of a later dashboard.
    };
  }

  private Optional<Ended> snapshot(Event event) {
    Optional<Snapshot> read = Optional.empty();
    try {
      read = Optional.ofNullable(Json.shared().readValue(event.data(), Snapshot.class));
    } catch (JsonProcessingException e) {
      unreadable(event, e.getOriginalMessage());
      return Optional.empty();
    } catch (NumberFormatException e) {
      // Jackson lets this one through for an exponent beyond any; said below.
    }
    Optional<Snapshot> ours =
        read.filter(snapshot -> snapshot.election().equals(election.election()));
    if (ours.isEmpty()) {
      unreadable(event, "it is none of " + election.election());
      return Optional.empty();
    }
    return taken(event, night.snapshot(ours.get()));
  }

  private Optional<Ended> update(Event event) {
    Decoded<Update> decoded =
        MessageType.UPDATE.read(event.data().getBytes(StandardCharsets.UTF_8));
    if (decoded instanceof Decoded.Unreadable<Update> unreadable) {
      unreadable(event, unreadable.reasons().stream().map(Reason::sentence).findFirst().orElse(""));
      return Optional.empty();
    }
    Update update = decoded.orElseThrow();
    if (!update.election().equals(election.election())) {
      unreadable(event, "it is none of " + election.election());
      return Optional.empty();
    }
    if (night.has(update)) {
      return Optional.empty();
    }
    if (!night.isFollowedBy(update)) {
      return Optional.of(Ended.REVISIONS_MISSING);
    }
    return taken(event, night.update(update));
  }

  private Optional<Ended> taken(Event event, List<News> news) {
    lastId = Optional.of(event.id()).filter(id -> !id.isEmpty());
    backoff.succeeded();
    news.forEach(screen::line);
    show(Connection.CURRENT);
    if (untilDeclared && night.isDeclared()) {
      return Optional.of(Ended.DECLARED);
    }
    return screen.isGone() ? Optional.of(Ended.NOBODY_READS) : Optional.empty();
  }

  private void unreadable(Event event, String why) {
    String said =
        PlainText.fit(event.name() + " of the stream cannot be read: " + why, LONGEST_NOTE);
    screen.line(new News(night.mode(), "SKIPPED", false, "The " + said));
  }
}
