package electionnight.webhooks;

import electionnight.webhooks.Outcome.Answered;
import electionnight.webhooks.Outcome.Unreached;
import electionnight.wire.TraceParent;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers over HTTP, signed with each secret of the endpoint; follows no redirect. */
final class HttpPost implements Post {
  private static final Logger LOG = LoggerFactory.getLogger(HttpPost.class);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
  private static final Set<Integer> MAY_ASK_FOR_PATIENCE = Set.of(429, 503);

  private final HttpClient client;
  private final Endpoint endpoint;
  private final InstantSource clock;

  private HttpPost(HttpClient client, Endpoint endpoint, InstantSource clock) {
    this.client = client;
    this.endpoint = endpoint;
    this.clock = clock;
  }

  static HttpPost to(Endpoint endpoint, InstantSource clock) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_WITHIN)
            .build();
    return new HttpPost(client, endpoint, clock);
  }

  @Override
  public Outcome send(Webhook webhook) throws InterruptedException {
    try {
      HttpResponse<InputStream> response =
          client.send(signed(webhook), BodyHandlers.ofInputStream());
      hangUp(response.body());
      return new Answered(response.statusCode(), patience(response));
    } catch (IOException e) {
      return new Unreached(words(e));
    }
  }

  /** What a body says is of no interest, however long it is, and whatever becomes of it. */
  private static void hangUp(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      LOG.debug("the body of an answer was not closed", e);
    }
  }

  private HttpRequest signed(Webhook webhook) {
    long timestamp = clock.instant().getEpochSecond();
    String signatures =
        endpoint.secrets().stream()
            .map(secret -> secret.sign(webhook.id(), timestamp, webhook.payload()))
            .collect(Collectors.joining(" "));
    HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.url());
    webhook.trace().ifPresent(trace -> request.header(TraceParent.HEADER, trace.toString()));
    return request
        .timeout(ANSWER_WITHIN)
        .header("content-type", "application/json")
        .header("user-agent", "election-night")
        .header("webhook-id", webhook.id())
        .header("webhook-timestamp", String.valueOf(timestamp))
        .header("webhook-signature", signatures)
        .POST(BodyPublishers.ofByteArray(webhook.payload()))
        .build();
  }

  private Optional<Duration> patience(HttpResponse<?> response) {
    return MAY_ASK_FOR_PATIENCE.contains(response.statusCode())
        ? response.headers().firstValue("retry-after").flatMap(this::patience)
        : Optional.empty();
  }

  /** Seconds or a date; anything else asks for nothing. */
  private Optional<Duration> patience(String retryAfter) {
    if (retryAfter.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
    try {
      Instant until =
          ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(clock.instant(), until));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String words(IOException failure) {
    if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
      return "no connection";
    }
    if (failure instanceof HttpTimeoutException) {
      return "no answer within " + ANSWER_WITHIN.toSeconds() + " s";
    }
    if (failure instanceof SSLException) {
      return "no secure connection: " + failure.getMessage();
    }
    return "connection broken off";
  }
}
