package electionnight.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import electionnight.domain.Mode;
import electionnight.testing.Golden;
import electionnight.webhooks.Outcome.Answered;
import electionnight.webhooks.Outcome.Unreached;
import electionnight.webhooks.Receiver.Request;
import electionnight.wire.MessageType;
import electionnight.wire.TraceParent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpPostTest {
  private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String NEW = "whsec_plJ3nmyCDGBKInavdOK15jsl0000000000";
  private static final Optional<TraceParent> TRACE = Optional.of(TraceParent.begin());
  private static final Webhook WEBHOOK =
      Webhook.of(Alerts.EXAMPLE, Instant.EPOCH, Golden.bytes(MessageType.ALERT), TRACE);

  private final Receiver receiver = Receiver.start();
  private final HttpPost post = post(receiver.url());

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void whoeverHasOneOfTheSecretsCanVerifyWhatCame() throws InterruptedException {
    assertThat(post.send(WEBHOOK)).isEqualTo(new Answered(204, Optional.empty()));

    Request request = receiver.requested().get(0);
    assertThat(request.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(WEBHOOK.payload());
    assertThat(request.headers().firstValue("content-type")).contains("application/json");
    assertThat(request.headers().firstValue("traceparent").flatMap(TraceParent::parse))
        .isEqualTo(TRACE);
    for (String secret : List.of(OLD, NEW)) {
      assertThatCode(() -> verify(secret, request)).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> verify("whsec_" + "A".repeat(32), request))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void aRedirectIsNotFollowed() throws InterruptedException {
    receiver.answerNext(302, Map.of("location", "/elsewhere"));

    assertThat(post.send(WEBHOOK)).isEqualTo(new Answered(302, Optional.empty()));
    assertThat(receiver.requested()).hasSize(1);
  }

  @Test
  void anAnswerWithoutEndIsNotRead() throws InterruptedException {
    receiver.answerNextWithoutEnd(200);

    assertThat(post.send(WEBHOOK)).isEqualTo(new Answered(200, Optional.empty()));
  }

  @Test
  void whoIsBusyMayAskForPatience() throws InterruptedException {
    receiver.answerNext(429, Map.of("retry-after", "7"));
    receiver.answerNext(503, Map.of("retry-after", "Wed, 01 Jan 2200 00:00:00 GMT"));
    receiver.answerNext(503, Map.of("retry-after", "soon"));
    receiver.answerNext(500, Map.of("retry-after", "7"));

    assertThat(post.send(WEBHOOK)).isEqualTo(new Answered(429, Optional.of(Duration.ofSeconds(7))));
    assertThat(((Answered) post.send(WEBHOOK)).retryAfter().orElseThrow())
        .isGreaterThan(Duration.ofDays(365));
    assertThat(post.send(WEBHOOK)).isEqualTo(new Answered(503, Optional.empty()));
    assertThat(post.send(WEBHOOK)).isEqualTo(new Answered(500, Optional.empty()));
  }

  @Test
  void whoIsNotThereIsNotReached() throws InterruptedException {
    receiver.close();

    assertThat(Stream.of(post.send(WEBHOOK), post("http://no-such-host.invalid/").send(WEBHOOK)))
        .containsOnly(new Unreached("no connection"));
  }

  private static void verify(String secret, Request request) throws Exception {
    new com.standardwebhooks.Webhook(secret).verify(request.body(), request.headers());
  }

  private static HttpPost post(String url) {
    return HttpPost.to(
        new Endpoint(
            "desk",
            URI.create(url),
            List.of(Secret.parse(OLD), Secret.parse(NEW)),
            Set.of(),
            Set.of(),
            Set.of(Mode.LIVE),
            Endpoint.Start.LATEST),
        InstantSource.system());
  }
}
