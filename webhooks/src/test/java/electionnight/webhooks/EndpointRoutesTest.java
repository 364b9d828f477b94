package electionnight.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.admin.AdminServer;
import electionnight.admin.AdminSettings;
import electionnight.admin.Observed;
import electionnight.wire.KafkaSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointRoutesTest {
  private final AdminServer server =
      AdminServer.start(
          new AdminSettings("127.0.0.1", OptionalInt.of(0)),
          new Observed(
              "webhooks",
              new KafkaSettings("127.0.0.1:1", "", Map.of()),
              new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
              List.of(),
              new EndpointRoutes(List.of()).all()));

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /endpoints, 200, []",
    "POST, /endpoints, 405, This path takes GET.",
    "POST, /endpoints/nobody/resume, 404, There is no such endpoint",
    "POST, /unreadable/alerts-0@17/skip, 404, No endpoint is set aside there",
    "POST, /endpoints/resume, 404, '/endpoints, /endpoints/{id}/resume'"
  })
  void tellsOfEndpointsAndDoesNothingToWhatIsNotThere(
      String method, String path, int status, String part) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.address().orElseThrow() + path))
                    .method(method, BodyPublishers.noBody())
                    .build(),
                BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains(part);
  }
}
