package electionnight.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import electionnight.dashboard.http.access.Access;
import electionnight.dashboard.http.access.AccessSettings;
import electionnight.dashboard.http.access.Origins;
import electionnight.dashboard.http.access.TrustedProxies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a route that starts a stream or a socket asks before it does. */
class EntranceTest {
  private final Access access =
      Access.of(
          new AccessSettings(
              2,
              2,
              TrustedProxies.in(List.of()),
              Origins.of(List.of("https://news.example")),
              Origins.NONE),
          Duration.ofSeconds(15),
          new SimpleMeterRegistry());
  private final HttpClient client = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  private int port;

  @BeforeEach
  void listen() {
    Entrance entrance = new Entrance(access.admission());
    Router router = Router.router(vertx);
    router
        .route("/stream")
        .handler(
            context -> {
              if (entrance.admits(context)) {
                context.response().setChunked(true).write("in");
              }
            });
    router
        .route("/socket")
        .handler(
            context -> {
              if (entrance.admitsSocket(context)) {
                context.request().toWebSocket();
              }
            });
    port =
        vertx
            .createHttpServer()
            .connectionHandler(access.connections())
            .requestHandler(router)
            .listen(0, "localhost")
            .await()
            .actualPort();
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void aSocketHoldsItsPlaceUntilItIsGone() {
    WebSocket first = socket("http://localhost:" + port);
    WebSocket second = socket("https://news.example");
    assertThat(access.admission().clients()).isEqualTo(2);
    assertThat(refusedSocket("https://news.example")).isEqualTo(503);

    first.abort();
    second.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    await("both gone").until(() -> access.admission().clients() == 0);
  }

  @Test
  void pagesOfOtherSitesOpenNoSocket() {
    assertThat(refusedSocket("https://evil.example")).isEqualTo(403);
    assertThat(refusedSocket("null")).isEqualTo(403);
    assertThat(access.admission().clients()).isZero();
    assertThat(access.admission().refused()).containsEntry("origin", 2L);
  }

  @Test
  void whenItStopsNobodyIsLetInAnyMore() throws IOException, InterruptedException {
    access.admission().stop();

    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/stream")).build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[0-9]+");
    assertThat(answer.body()).contains("This server is stopping");
  }

  private WebSocket socket(String origin) {
    return client
        .newWebSocketBuilder()
        .header("Origin", origin)
        .buildAsync(URI.create("ws://localhost:" + port + "/socket"), new WebSocket.Listener() {})
        .join();
  }

  private int refusedSocket(String origin) {
    int[] status = new int[1];
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> socket(origin))
        .havingCause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> status[0] = refused.getResponse().statusCode());
    return status[0];
  }
}
