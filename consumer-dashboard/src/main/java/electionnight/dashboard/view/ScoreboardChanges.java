package electionnight.dashboard.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.Update;
import electionnight.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The updates with less in their {@code scoreboard}: its {@code election} and {@code revision}, and
 * those members that are not as they were, {@code null} for one that is there no more. {@code
 * parties} has only the rows that are not as they were, each whole, and {@code partiesGone} names
 * those without a row; a reader puts the rows back in order by most seats, then most votes, then
 * code. Other lists are whole. The first update of a night has every member, because what is shown
 * before it may still be amended.
 */
record ScoreboardChanges() implements Selection {
  private static final Set<String> ALWAYS = Set.of("election", "revision");
  private static final String PARTIES = "parties";
  private static final String PARTY = "party";

  @Override
  public byte[] snapshot(NightView night) {
    return NightJson.snapshot(night);
  }

  @Override
  public Optional<byte[]> update(Update update, byte[] json, Replaced before) {
    try {
      ObjectNode message = (ObjectNode) Json.shared().readTree(json);
      JsonNode known = Json.shared().readTree(NightJson.write(before.scoreboard()));
      message.set("scoreboard", changes(known, message.get("scoreboard"), update.revision() == 1));
      return Optional.of(NightJson.write(message));
    } catch (IOException e) {
      throw new UncheckedIOException("an update that was read cannot be read again", e);
    }
  }

  private static ObjectNode changes(JsonNode before, JsonNode after, boolean all) {
    ObjectNode changes = Json.shared().createObjectNode();
    after
        .properties()
        .forEach(
            member -> {
              if (all
                  || ALWAYS.contains(member.getKey())
                  || !member.getValue().equals(before.get(member.getKey()))) {
                changes.set(member.getKey(), member.getValue());
              }
            });
    before
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!after.has(name)) {
                changes.putNull(name);
              }
            });
    if (changes.has(PARTIES)) {
      parties(changes, byCode(before.path(PARTIES)), byCode(after.path(PARTIES)), all);
    }
    return changes;
  }

  private static void parties(
      ObjectNode changes, Map<String, JsonNode> before, Map<String, JsonNode> after, boolean all) {
    ArrayNode rows = changes.putArray(PARTIES);
    after.forEach(
        (code, row) -> {
          if (all || !row.equals(before.get(code))) {
            rows.add(row);
          }
        });
    before.keySet().removeAll(after.keySet());
    if (!before.isEmpty()) {
      before.keySet().forEach(changes.putArray("partiesGone")::add);
    }
  }

  private static Map<String, JsonNode> byCode(JsonNode rows) {
    Map<String, JsonNode> byCode = new LinkedHashMap<>();
    rows.forEach(row -> byCode.put(row.path(PARTY).textValue(), row));
    return byCode;
  }
}
