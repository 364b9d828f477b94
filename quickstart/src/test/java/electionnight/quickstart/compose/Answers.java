package electionnight.quickstart.compose;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks by HTTP what may not be there, or not yet. */
final class Answers {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private Answers() {}

  /** The JSON at an address; empty where nobody answers, or answers anything but 200. */
  static Optional<JsonNode> json(String address) {
    try {
      HttpResponse<byte[]> response =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build(),
              BodyHandlers.ofByteArray());
      return response.statusCode() == 200
          ? Optional.of(Json.shared().readTree(response.body()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
