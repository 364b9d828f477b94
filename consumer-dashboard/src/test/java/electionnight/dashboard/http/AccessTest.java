package electionnight.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.dashboard.TailedDashboard;
import electionnight.dashboard.http.access.AccessSettings;
import electionnight.dashboard.http.access.Origins;
import electionnight.dashboard.http.access.TrustedProxies;
import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.testing.EventStream;
import electionnight.dashboard.testing.FakeLog;
import electionnight.dashboard.testing.RunningDashboard;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, over HTTP: three streams in all, two of them from one address. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessTest {
  private static final String STREAM = "/api/nights/october/stream";
  private static final String NEWS = "https://news.example";

  private TailedDashboard tailed;

  @BeforeAll
  void start() {
    tailed =
        TailedDashboard.of(
            new FakeLog().open(ANight.of("october").election()),
            new AccessSettings(
                3,
                2,
                TrustedProxies.in(List.of("127.0.0.0/8", "::1")),
                Origins.of(List.of(NEWS)),
                Origins.of(List.of(NEWS, "http://localhost:3000"))));
  }

  @AfterAll
  void stop() {
    tailed.close();
  }

  @Test
  void whoComesWhenAllPlacesAreTakenIsToldToComeBack() {
    awaitClients(0);
    try (EventStream a = from("192.0.2.1");
        EventStream b = from("192.0.2.1")) {
      awaitClients(2);
      assertProblem(get("192.0.2.1"), 429, "from your address");
      assertThat(tailed.dashboard.clients().addresses()).hasToString("{192.0.2.1=2}");
      try (EventStream c = from("192.0.2.2")) {
        awaitClients(3);
        assertProblem(get("192.0.2.3"), 503, "As many are watching");
        assertThat(tailed.http.get("/api/nights").statusCode()).as("a document").isEqualTo(200);
        assertThat(tailed.http.send("HEAD", STREAM).statusCode()).as("HEAD").isEqualTo(200);
        assertThat(a.ended() || b.ended() || c.ended()).as("one was sent away").isFalse();
      }
    }
    awaitClients(0);
    assertThat(tailed.dashboard.clients().refused())
        .containsEntry("address", 1L)
        .containsEntry("total", 1L);
    try (EventStream again = from("192.0.2.1")) {
      await("the snapshot").until(() -> again.names().size() == 1);
    }
  }

  @Test
  void onlyAllowedSitesMayReadTheInterface() {
    HttpResponse<byte[]> allowed = tailed.http.get("/api/nights", "Origin", NEWS);
    HttpResponse<byte[]> other = tailed.http.get("/api/nights", "Origin", "https://evil.example");

    assertThat(header(allowed, "Access-Control-Allow-Origin")).isEqualTo(NEWS);
    assertThat(header(allowed, "Access-Control-Expose-Headers")).contains("ETag");
    assertThat(allowed.headers().allValues("Vary")).contains("origin", "accept-encoding");
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(header(other, "Access-Control-Allow-Origin")).isEmpty();
    assertThat(other.headers().allValues("Vary")).contains("origin");
    assertThat(header(tailed.http.get("/", "Origin", NEWS), "Access-Control-Allow-Origin"))
        .as("the page")
        .isEmpty();
  }

  @Test
  void anAllowedSiteMayAskBeforeItReads() {
    String method = "Access-Control-Request-Method";
    HttpResponse<byte[]> allowed =
        tailed.http.send("OPTIONS", STREAM, "Origin", NEWS, method, "GET");

    assertThat(allowed.statusCode()).isEqualTo(204);
    assertThat(header(allowed, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
    assertThat(
            tailed
                .http
                .send("OPTIONS", STREAM, "Origin", "https://evil.example", method, "GET")
                .statusCode())
        .isEqualTo(405);
    assertThat(tailed.http.send("POST", STREAM, "Origin", NEWS).statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/nights", "/overlay/bug", "/embedded", "/nothing", "/%2e%2e/x"})
  void whateverIsAnsweredIsLockedDown(String path) {
    HttpResponse<byte[]> answer = tailed.http.get(path);

    assertThat(header(answer, "Content-Security-Policy"))
        .contains("default-src 'none'", "connect-src 'self'", "script-src 'self';")
        .endsWith("frame-ancestors 'none'");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "Permissions-Policy")).contains("geolocation=()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/embed", "/embed/", "/embed/example.html"})
  void whatIsMadeForFramesMayBeShownInThoseThatAreAllowed(String path) {
    HttpResponse<byte[]> answer = tailed.http.get(path);

    assertThat(header(answer, "Content-Security-Policy"))
        .contains("default-src 'none'")
        .endsWith("frame-ancestors http://localhost:3000 " + NEWS);
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
  }

  private EventStream from(String address) {
    return tailed.http.stream(STREAM, "X-Forwarded-For", address);
  }

  private HttpResponse<byte[]> get(String address) {
    return tailed.http.get(STREAM, "X-Forwarded-For", address);
  }

  private void awaitClients(int count) {
    await(count + " clients").until(() -> tailed.dashboard.clients().clients() == count);
  }

  private static void assertProblem(HttpResponse<byte[]> answer, int status, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(header(answer, "Retry-After")).matches("[0-9]+");
    assertThat(RunningDashboard.parse(answer.body()).get("detail").textValue()).contains(detail);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
