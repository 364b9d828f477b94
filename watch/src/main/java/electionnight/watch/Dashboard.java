package electionnight.watch;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.cli.PlainText;
import electionnight.cli.UserError;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.wire.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A dashboard as its readers ask it. */
final class Dashboard {
  private static final int OK = 200;
  private static final String EVENT_STREAM = "text/event-stream";
  private static final String NIGHTS = "/api/nights";

  /** A dashboard that is still reading its log answers after 10 seconds. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final DashboardUrl url;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Dashboard(DashboardUrl url) {
    this.url = url;
  }

  /** An answer that is not what was asked for. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }

  private record Nights(List<NightLine> nights) {}

  private record NightLine(ElectionId election) {}

  private record Reference(Election election) {}

  /**
   * The night with the newest polling day.
   *
   * @throws UserError when there is none
   */
  ElectionId newest() throws IOException, InterruptedException {
    return document(NIGHTS, Nights.class).nights().stream()
        .findFirst()
        .map(NightLine::election)
        .orElseThrow(() -> new UserError("There is no night at " + url + " yet."));
  }

  /** What is known of a night before the count. */
  Election election(ElectionId night) throws IOException, InterruptedException {
    return document(NIGHTS + "/" + night, Reference.class).election();
  }

  /**
   * Opens the stream of a night.
   *
   * @param after the id of the last event that was read
   */
  EventStream stream(ElectionId night, Optional<String> after)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.at(NIGHTS + "/" + night + "/stream"))
            .header("Accept", EVENT_STREAM)
            .header("Cache-Control", "no-cache");
    after.ifPresent(id -> request.header("Last-Event-ID", id));
    Answer answer = send(request.build(), Dashboard::streamOrRefusal);
    return answer.stream().orElseThrow(() -> refused(answer.status(), answer.body()));
  }

  private record Answer(int status, Optional<EventStream> stream, byte[] body) {}

  private static BodySubscriber<Answer> streamOrRefusal(ResponseInfo info) {
    boolean isStream =
        info.statusCode() == OK
            && info.headers().firstValue("Content-Type").orElse("").startsWith(EVENT_STREAM);
    return isStream
        ? BodySubscribers.mapping(
            new EventStream(), stream -> new Answer(OK, Optional.of(stream), new byte[0]))
        : BodySubscribers.mapping(
            BodySubscribers.ofByteArray(),
            body -> new Answer(info.statusCode(), Optional.empty(), body));
  }

  private <T> T document(String path, Class<T> type) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url.at(path)).header("Accept", "application/json").build();
    Answer answer =
        send(
            request,
            info ->
                BodySubscribers.mapping(
                    BodySubscribers.ofByteArray(),
                    body -> new Answer(info.statusCode(), Optional.empty(), body)));
    if (answer.status() != OK) {
      throw refused(answer.status(), answer.body());
    }
    return read(answer.body(), type)
        .orElseThrow(() -> new RefusedException("What answers at " + url + " is no dashboard"));
  }

  private static <T> Optional<T> read(byte[] json, Class<T> type) {
    try {
      return Optional.ofNullable(Json.shared().readValue(json, type));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The time limit of a request would be one of the whole stream in newer JDKs. */
  private Answer send(HttpRequest request, HttpResponse.BodyHandler<Answer> body)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<Answer>> sent = http.sendAsync(request, body);
    try {
      return sent.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS).body();
    } catch (TimeoutException e) {
      throw new IOException("There was no answer within " + LONGEST_WAIT.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException("There was no answer", e.getCause());
    } finally {
      sent.cancel(true);
    }
  }

  private RefusedException refused(int status, byte[] body) {
    return new RefusedException(
        detail(body).orElse(url + " answers with the HTTP status " + status));
  }

  /** The sentence of a problem document. */
  private static Optional<String> detail(byte[] body) {
    return read(body, JsonNode.class)
        .map(problem -> problem.path("detail").textValue())
        .map(PlainText::of);
  }
}
