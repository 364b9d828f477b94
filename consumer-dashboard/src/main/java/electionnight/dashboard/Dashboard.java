package electionnight.dashboard;

import electionnight.admin.Answer;
import electionnight.admin.HealthCheck;
import electionnight.admin.Route;
import electionnight.cli.UserError;
import electionnight.dashboard.http.ClientsReport;
import electionnight.dashboard.http.WebServer;
import electionnight.dashboard.http.access.Access;
import electionnight.dashboard.http.access.Admission;
import electionnight.dashboard.push.Broadcaster;
import electionnight.dashboard.push.PushListener;
import electionnight.dashboard.tail.KafkaLog;
import electionnight.dashboard.tail.Log;
import electionnight.dashboard.tail.Tail;
import electionnight.dashboard.tail.UncommittedRecords;
import electionnight.dashboard.view.NightView;
import electionnight.dashboard.view.Nights;
import electionnight.domain.ElectionId;
import electionnight.domain.Scoreboard;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.TopicPartition;

/** A running dashboard. */
public final class Dashboard implements AutoCloseable {
  private static final int BUSIEST_ADDRESSES = 20;

  private final Nights nights;
  private final Broadcaster broadcaster;
  private final Tail tail;
  private final WebServer server;
  private final Access access;
  private Optional<UncommittedRecords> uncommitted = Optional.empty();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Dashboard(
      Nights nights, Broadcaster broadcaster, Tail tail, WebServer server, Access access) {
    this.nights = nights;
    this.broadcaster = broadcaster;
    this.tail = tail;
    this.server = server;
    this.access = access;
  }

  /**
   * Starts to listen and to follow the log. Does not wait for Kafka: while it is away the page is
   * served and readers of nights are asked to come back.
   *
   * @param registry where the dashboard is measured
   * @throws UserError when the port is taken or the host is not ours
   */
  public static Dashboard start(
      DashboardSettings settings, KafkaSettings kafka, MeterRegistry registry) {
    Dashboard started =
        start(
            settings,
            new KafkaLog(kafka),
            kafka.topic(Topic.SEATS),
            kafka.topic(Topic.UPDATES),
            registry);
    started.uncommitted = Optional.of(UncommittedRecords.start(kafka, registry));
    return started;
  }

  static Dashboard start(
      DashboardSettings settings,
      Log log,
      String seatsTopic,
      String updatesTopic,
      MeterRegistry registry) {
    Nights nights = new Nights();
    Broadcaster broadcaster = new Broadcaster(settings.push(), registry);
    Projection projection =
        new Projection(updatesTopic, settings.history(), nights, broadcaster, registry);
    Tail tail = new Tail(log, List.of(seatsTopic, updatesTopic), projection, registry);
    Access access = Access.of(settings.access(), settings.push().heartbeat(), registry);
    WebServer server =
        WebServer.start(
            settings.host(), settings.port(), nights, broadcaster, access, tail.caughtUp());
    tail.start();
    return new Dashboard(nights, broadcaster, tail, server, access);
  }

  /** The TCP port it listens on. */
  public int port() {
    return server.port();
  }

  /** Whether everything that was in the log at the start is shown. */
  public boolean caughtUp() {
    return tail.caughtUp().isDone();
  }

  /**
   * For each partition of the log the offset before which every record is shown; what it brought is
   * pushed in the next moment.
   */
  public Map<TopicPartition, Long> positions() {
    return tail.positions();
  }

  /** Done when all that is shown now has been handed to the sockets. */
  public Future<Void> pushed() {
    return broadcaster.pushed();
  }

  /** A night's totals as they are shown; empty where no such night has been opened. */
  public Optional<Scoreboard> scoreboard(ElectionId election) {
    return nights.night(election).map(NightView::scoreboard);
  }

  /** The streams and sockets at this moment, and what became of others since the start. */
  public ClientsReport clients() {
    Admission admission = access.admission();
    return new ClientsReport(
        admission.clients(),
        admission.busiest(BUSIEST_ADDRESSES),
        admission.refused(),
        broadcaster.resyncs(),
        broadcaster.slowCloses());
  }

  /** What has to be well before readers should be sent here. */
  public List<HealthCheck> checks() {
    return List.of(new HealthCheck("view", tail::notCaughtUp));
  }

  /** What ops can ask. */
  public List<Route> routes() {
    return List.of(Route.get("/clients", () -> Answer.json(clients())));
  }

  /**
   * Waits for as long as the log can be followed.
   *
   * @throws UserError when a topic or a right is missing
   */
  public void await() throws InterruptedException {
    try {
      tail.failure().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UserError named
          ? named
          : new IllegalStateException("the log cannot be followed", e.getCause());
    }
  }

  /** Tells a listener of every update that is pushed from now on. */
  public void listen(PushListener listener) {
    broadcaster.listen(listener);
  }

  /**
   * Sends all clients away to come back later, and stops; takes a few seconds at most. Again is
   * harmless.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      uncommitted.ifPresent(UncommittedRecords::close);
      tail.close();
      server.close();
    }
  }
}
