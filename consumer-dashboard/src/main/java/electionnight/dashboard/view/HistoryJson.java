package electionnight.dashboard.view;

import com.fasterxml.jackson.core.JsonGenerator;
import electionnight.dashboard.view.PastUpdate.AlertChange;
import electionnight.domain.ElectionId;
import electionnight.domain.SeatId;
import electionnight.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The documents that show how a night came to where it stands, each one JSON object in UTF-8. */
public final class HistoryJson {
  private HistoryJson() {}

  /**
   * A row for each revision: when it was by the night's clock, and what it was about.
   *
   * @param after only later ones; at least the oldest revision
   */
  public static byte[] timeline(NightView night, History history, long after) {
    return NightJson.write(
        new Timeline(
            night.election().election(),
            history.newest(),
            night.log(),
            history.oldest(),
            history.after(after).map(Row::of).toList()));
  }

  /**
   * The updates themselves, each as it stands in Kafka.
   *
   * @param after only later ones; at least the oldest revision
   * @param limit how many at most
   */
  public static byte[] updates(NightView night, History history, long after, int limit) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.shared().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("election", night.election().election().value());
      json.writeNumberField("revision", history.newest());
      json.writeStringField("log", night.log());
      json.writeArrayFieldStart("updates");
      for (PastUpdate update : history.after(after).limit(limit).toList()) {
        json.writeRawValue(new String(update.json(), StandardCharsets.UTF_8));
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private record Timeline(
      ElectionId election, long revision, String log, long oldest, List<Row> revisions) {}

  private record Row(
      long revision, Optional<Instant> at, List<SeatId> seats, List<AlertChange> alerts) {

    static Row of(PastUpdate update) {
      return new Row(update.revision(), update.clock(), update.seats(), update.alerts());
    }
  }
}
