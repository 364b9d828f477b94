package electionnight.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.dashboard.TailedDashboard;
import electionnight.dashboard.push.PushSettings;
import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.testing.FakeLog;
import electionnight.domain.Seat;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FrontPageTest {
  private static final Pattern PRELOADED =
      Pattern.compile("<link rel=\"modulepreload\" href=\"([^\"]+)\">");
  private static final Pattern ENTRY = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\">");
  private static final Pattern IMPORTED =
      Pattern.compile("^(?:import|export) (?:[^;']* from )?'([^']+)';", Pattern.MULTILINE);

  private final ANight october = ANight.of("october");
  private final ANight june = ANight.of("june", LocalDate.parse("2022-06-23"));
  private final Seat seat = october.seat("S1", "Tamworth");
  private final FakeLog log = new FakeLog().open(june.election()).open(october.election(), seat);

  @Test
  void theNewestNightIsServedWithinThePageUnlessAnotherIsAskedFor() {
    try (TailedDashboard tailed = TailedDashboard.of(log)) {
      assertThat(body(tailed, "/")).contains("<bdi>By-elections of 2023-10-19</bdi>");
      assertThat(body(tailed, "/index.html")).isEqualTo(body(tailed, "/"));
      assertThat(body(tailed, "/?night=june")).contains("<bdi>By-elections of 2022-06-23</bdi>");
      assertThat(body(tailed, "/?night=none")).isEqualTo(page());
      assertThat(body(tailed, "/?night=%3Cscript%3E")).isEqualTo(page());
    }
  }

  @Test
  void theValidatorChangesWithTheRevision() {
    try (TailedDashboard tailed = TailedDashboard.of(log)) {
      String before = etag(tailed.http.get("/"));
      assertThat(tailed.http.get("/", "If-None-Match", before).statusCode()).isEqualTo(304);

      tailed.log.update(october.update(1, seat));

      await("the declaration in the page")
          .until(() -> body(tailed, "/").contains("Labour gain from the Conservatives"));
      HttpResponse<byte[]> after = tailed.http.get("/", "If-None-Match", before);
      assertThat(after.statusCode()).isEqualTo(200);
      assertThat(etag(after)).isNotEqualTo(before);
    }
  }

  @Test
  void thePageWaitsForNothingWhileKafkaIsAway() {
    log.awayFor(1000);
    try (TailedDashboard tailed = TailedDashboard.starting(log, PushSettings.DEFAULTS)) {
      assertThat(body(tailed, "/")).isEqualTo(page());
    }
  }

  @Test
  void everyModuleOfThePageIsPreloadedAndNoOther() {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(found(ENTRY, page()).toList());
    while (!open.isEmpty()) {
      String module = open.pop();
      if (reached.add(module)) {
        found(IMPORTED, read("/" + module))
            .map(imported -> URI.create(module).resolve(imported).toString())
            .forEach(open::push);
      }
    }
    found(ENTRY, page()).forEach(reached::remove);

    assertThat(found(PRELOADED, page())).containsExactlyInAnyOrderElementsOf(reached);
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  private static String body(TailedDashboard tailed, String path) {
    HttpResponse<byte[]> response = tailed.http.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .as(path)
        .contains("text/html; charset=utf-8");
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static String etag(HttpResponse<byte[]> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static String page() {
    return read("/index.html");
  }

  private static String read(String path) {
    return new String(StaticFiles.pages().read(path).orElseThrow(), StandardCharsets.UTF_8);
  }
}
