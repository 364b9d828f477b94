package electionnight.producer.intake;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A newsroom's system that sends what is said and decided. */
final class IntakeClient {
  static final String TOKEN = "a-secret-of-the-newsroom";
  static final IntakeLimits PATIENT =
      new IntakeLimits(Duration.ofMinutes(1), Duration.ofMinutes(1), 32L * 1024 * 1024);

  static IntakeSettings settings(IntakeAudit audit) {
    return new IntakeSettings("127.0.0.1", 0, IntakeSources.one(TOKEN), audit);
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final String token;

  IntakeClient(int port) {
    this(port, TOKEN);
  }

  IntakeClient(int port, String token) {
    this.port = port;
    this.token = token;
  }

  HttpResponse<byte[]> post(byte[] declaration) throws IOException, InterruptedException {
    return post("/declarations", declaration);
  }

  HttpResponse<byte[]> post(String path, byte[] body) throws IOException, InterruptedException {
    return send(posting(path, BodyPublishers.ofByteArray(body)));
  }

  /** Does not wait for the answer. */
  CompletableFuture<HttpResponse<byte[]>> postLater(byte[] declaration) {
    return postLater(BodyPublishers.ofByteArray(declaration));
  }

  CompletableFuture<HttpResponse<byte[]>> postLater(BodyPublisher declaration) {
    return http.sendAsync(
        posting("/declarations", declaration).build(), BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder posting(String path, BodyPublisher body) {
    return request(path)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(body);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
    return Json.shared().readTree(answer.body());
  }

  static String contentType(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Content-Type").orElse("none");
  }
}
