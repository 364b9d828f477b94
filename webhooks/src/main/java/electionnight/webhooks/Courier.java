package electionnight.webhooks;

import electionnight.cli.LogContext;
import electionnight.domain.Alert;
import electionnight.domain.Reason;
import electionnight.wire.Decoded;
import electionnight.wire.MessageType;
import electionnight.wire.Provenance;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings alerts from the log to one endpoint, one after the other. Its thread calls {@link #turn}
 * over and over; {@link #status}, {@link #resume} and {@link #skip} are for any thread.
 */
final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /** No longer, so that a courier soon hears that it should resume or end. */
  private static final Duration LONGEST_POLL = Duration.ofMillis(200);

  private static final Duration BETWEEN_LAGS = Duration.ofSeconds(1);

  private final Endpoint endpoint;
  private final LogPlace place;
  private final Post post;
  private final RetryPolicy retries;
  private final InstantSource clock;
  private final DoubleSupplier chance;
  private final CourierMetrics metrics;
  private final AtomicBoolean resumeAsked = new AtomicBoolean();
  private final AtomicReference<String> skipAsked = new AtomicReference<>();
  private volatile EndpointStatus status;
  private Streak streak = Streak.NONE;
  private Instant due;
  private Instant lagDue;

  /**
   * @param chance numbers from 0 to less than 1
   */
  Courier(
      Endpoint endpoint,
      LogPlace place,
      Post post,
      RetryPolicy retries,
      InstantSource clock,
      DoubleSupplier chance,
      MeterRegistry registry) {
    this.endpoint = endpoint;
    this.place = place;
    this.post = post;
    this.retries = retries;
    this.clock = clock;
    this.chance = chance;
    due = clock.instant();
    lagDue = due;
    status = EndpointStatus.starting(endpoint, due);
    metrics = new CourierMetrics(registry, endpoint.id(), this::status);
  }

  /** How the endpoint fares. */
  EndpointStatus status() {
    return status;
  }

  /** Tries the endpoint at once that is set aside or waits for its next attempt. */
  void resume() {
    resumeAsked.set(true);
  }

  /**
   * Leaves behind for good what cannot be read, and resumes the endpoint.
   *
   * @param unreadable its place, as {@link #status} has it
   * @return whether the endpoint is set aside there; else nothing is done
   */
  boolean skip(String unreadable) {
    boolean isThere = status.unreadable().filter(unreadable::equals).isPresent();
    if (isThere) {
      skipAsked.set(unreadable);
    }
    return isThere;
  }

  /** Does what is due, and returns when that is done or a moment has passed. */
  void turn() throws InterruptedException {
    Optional.ofNullable(skipAsked.getAndSet(null)).ifPresent(this::leaveBehind);
    if (resumeAsked.getAndSet(false) && status.state() != EndpointStatus.State.RUNNING) {
      LOG.info("{} is taken up again", endpoint);
      streak = Streak.NONE;
      due = clock.instant();
      status = status.resumed(due);
    }
    place.poll(untilDue());
    Optional<Alert> next = nextWanted();
    if (next.isPresent() && !isSetAside() && !clock.instant().isBefore(due)) {
      attempt(next.get(), place.next().orElseThrow());
    }
    measureLag();
  }

  private void leaveBehind(String unreadable) {
    // It may have gone to another member of the group by now.
    if (place.next().map(Courier::text).filter(unreadable::equals).isPresent()) {
      LOG.warn("{} leaves {} behind, which cannot be read", endpoint, unreadable);
      place.pass();
      place.commit();
    }
    resume();
  }

  private boolean isSetAside() {
    return status.state() == EndpointStatus.State.SET_ASIDE;
  }

  private Duration untilDue() {
    if (place.next().isEmpty() || isSetAside()) {
      return LONGEST_POLL;
    }
    Duration until = Duration.between(clock.instant(), due);
    if (until.isNegative()) {
      return Duration.ZERO;
    }
    return until.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : until;
  }

  /** Passes what the endpoint does not want, and stops at what cannot be read. */
  private Optional<Alert> nextWanted() {
    while (place.next().isPresent()) {
      ConsumerRecord<byte[], byte[]> record = place.next().get();
      Decoded<Alert> decoded = MessageType.ALERT.read(record.value());
      if (decoded instanceof Decoded.Unreadable<Alert> unreadable) {
        stopAt(text(record), unreadable.reasons());
        break;
      }
      Alert alert = decoded.orElseThrow();
      if (endpoint.wants(alert)) {
        return Optional.of(alert);
      }
      place.pass();
    }
    place.commit();
    return Optional.empty();
  }

  /** It may take back what the endpoint has, and a later version of this program may read it. */
  private void stopAt(String unreadable, List<Reason> reasons) {
    if (isSetAside()) {
      return;
    }
    status = status.stopped(unreadable, clock.instant());
    metrics.unreadable();
    LOG.error(
        "{} at {} IS SET ASIDE at {}, which cannot be read: {}; it gets nothing until it is resumed",
        endpoint,
        endpoint.shownUrl(),
        unreadable,
        reasons.stream().map(Reason::sentence).collect(Collectors.joining("; ")));
  }

  private static String text(ConsumerRecord<?, ?> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }

  private void attempt(Alert alert, ConsumerRecord<byte[], byte[]> record)
      throws InterruptedException {
    Provenance provenance = Provenance.of(record.headers());
    Webhook webhook =
        Webhook.of(
            alert, Instant.ofEpochMilli(record.timestamp()), record.value(), provenance.trace());
    Outcome outcome = post.send(webhook);
    Instant now = clock.instant();
    Verdict verdict = retries.judge(outcome, streak, now, chance.getAsDouble());
    LogContext.of(provenance)
        .election(alert.election().value())
        .seat(alert.seat().value())
        .revision(alert.revision())
        .run(() -> settle(verdict, webhook, outcome, now));
  }

  private void settle(Verdict verdict, Webhook webhook, Outcome outcome, Instant now) {
    if (verdict instanceof Verdict.Delivered) {
      delivered(webhook, outcome, now);
    } else if (verdict instanceof Verdict.Again again) {
      failed(again.streak(), outcome, EndpointStatus.State.RETRYING, now);
      due = now.plus(again.pause());
      LOG.warn(
          "{} did not take {}: {}; again in {} ms",
          endpoint,
          webhook.id(),
          outcome.words(),
          again.pause().toMillis());
    } else if (verdict instanceof Verdict.SetAside setAside) {
      failed(setAside.streak(), outcome, EndpointStatus.State.SET_ASIDE, now);
      LOG.error(
          "{} at {} IS SET ASIDE at {}: {}; it gets nothing until it is resumed",
          endpoint,
          endpoint.shownUrl(),
          webhook.id(),
          setAside.why());
    }
  }

  private void delivered(Webhook webhook, Outcome outcome, Instant now) {
    LOG.debug("{} took {}", endpoint, webhook.id());
    streak = Streak.NONE;
    due = now;
    status = status.delivered(outcome, now);
    metrics.delivered();
    place.pass();
    place.commit();
  }

  private void failed(Streak next, Outcome outcome, EndpointStatus.State state, Instant now) {
    streak = next;
    status = status.failed(outcome, state, now);
    metrics.failed();
  }

  private void measureLag() {
    Instant now = clock.instant();
    if (!now.isBefore(lagDue)) {
      place.lag().ifPresent(records -> status = status.withLag(records));
      lagDue = now.plus(BETWEEN_LAGS);
    }
  }

  @Override
  public void close() {
    place.close();
  }
}
