package electionnight.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.dashboard.testing.RunningDashboard;
import electionnight.domain.Cause;
import electionnight.domain.PartyCode;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import electionnight.wire.MessageType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {
  private static final Comparator<JsonNode> DOCUMENTED_ORDER =
      Comparator.comparing((JsonNode row) -> -row.get("seats").longValue())
          .thenComparing(row -> -row.get("votes").longValue())
          .thenComparing(row -> row.get("party").textValue());

  static Stream<GeneratedNight> nights() {
    return LongStream.range(200, 208).mapToObj(GeneratedNight::of);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void theChangesOnTopOfTheTotalsBeforeAreTheTotals(GeneratedNight generated) {
    FoldedNight folded = folded(generated);
    Scoreboard before = NightView.open(generated.election(), reference(folded));
    JsonNode held = RunningDashboard.parse(NightJson.write(before));
    for (Update update : folded.updates()) {
      JsonNode told =
          told(Selection.scoreboardChanges(), update, replaced(update, before)).orElseThrow();
      JsonNode whole = RunningDashboard.parse(MessageType.UPDATE.write(update));
      held = merged(held, told.get("scoreboard"));

      assertThat(held)
          .as("totals at revision %d", update.revision())
          .isEqualTo(whole.get("scoreboard"));
      assertThat(without(told)).as("all else").isEqualTo(without(whole));
      before = update.scoreboard();
    }
  }

  @ParameterizedTest
  @MethodSource("nights")
  void whoFollowsASeatHasItsReport(GeneratedNight generated) {
    FoldedNight folded = folded(generated);
    for (Seat seat : generated.seats().subList(0, Math.min(3, generated.seats().size()))) {
      Selection selection = Selection.seat(seat.seat());
      Optional<JsonNode> report = Optional.empty();
      Scoreboard before = folded.scoreboard();
      for (Update update : folded.updates()) {
        Optional<JsonNode> told = told(selection, update, replaced(update, before));
        Optional<JsonNode> latest = told.map(part -> part.get("seats").get(0));
        report = latest.isPresent() ? latest : report;
      }
      SeatReport published = folded.reports().get(seat.seat());
      assertThat(report)
          .as("report of %s", seat.seat())
          .isEqualTo(
              Optional.ofNullable(published)
                  .map(known -> RunningDashboard.parse(NightJson.write(known))));
    }
  }

  @ParameterizedTest
  @MethodSource("nights")
  void whoFollowsAPartyHasItsRowAndWhoFollowsAlertsHasThem(GeneratedNight generated) {
    FoldedNight folded = folded(generated);
    PartyCode party = generated.election().parties().get(0).party();
    Optional<JsonNode> row = Optional.empty();
    List<String> alerts = new ArrayList<>();
    Map<SeatId, SeatReport> reports = new HashMap<>();
    Set<String> won = new HashSet<>();
    Scoreboard before = NightView.open(generated.election(), reference(folded));
    for (Update update : folded.updates()) {
      Optional<JsonNode> told =
          told(Selection.party(party), update, Replaced.by(update, before, reports, Map.of()));
      row = told.isPresent() ? told.map(part -> part.get("party")) : row;
      assertThat(row)
          .as("row of %s at revision %d", party, update.revision())
          .isEqualTo(
              update.scoreboard().parties().stream()
                  .filter(known -> known.party().equals(party))
                  .findFirst()
                  .map(known -> RunningDashboard.parse(NightJson.write(known))));
      told.ifPresent(part -> part.get("seats").forEach(report -> note(party, report, won)));
      update.seats().forEach(report -> reports.put(report.seat(), report));
      assertThat(won)
          .as("seats that %s has won at revision %d", party, update.revision())
          .isEqualTo(
              reports.values().stream()
                  .filter(
                      report -> report.result().filter(r -> r.party().equals(party)).isPresent())
                  .map(report -> report.seat().value())
                  .collect(Collectors.toSet()));
      told(Selection.alerts(), update, replaced(update, before))
          .ifPresent(part -> part.get("alerts").forEach(alert -> alerts.add(alert.toString())));
      before = update.scoreboard();
    }
    assertThat(alerts)
        .isEqualTo(
            folded.updates().stream()
                .flatMap(update -> update.alerts().stream())
                .map(alert -> RunningDashboard.parse(NightJson.write(alert)).toString())
                .toList());
  }

  /** As a client does it, who keeps the seats of a party. */
  private static void note(PartyCode party, JsonNode report, Set<String> won) {
    String seat = report.get("seat").textValue();
    if (report.path("result").path("party").asText().equals(party.value())) {
      won.add(seat);
    } else {
      won.remove(seat);
    }
  }

  private static Replaced replaced(Update update, Scoreboard before) {
    return Replaced.by(update, before, Map.of(), Map.of());
  }

  private static FoldedNight folded(GeneratedNight generated) {
    return FoldedNight.of(generated).applyAll(generated.story(generated.seed()));
  }

  private static Cause reference(FoldedNight folded) {
    return folded.night().reference();
  }

  private static Optional<JsonNode> told(Selection selection, Update update, Replaced before) {
    return selection
        .update(update, MessageType.UPDATE.write(update), before)
        .map(RunningDashboard::parse);
  }

  /** As a client does it. */
  private static JsonNode merged(JsonNode before, JsonNode changes) {
    ObjectNode merged = before.deepCopy();
    List<JsonNode> rows = new ArrayList<>();
    before.get("parties").forEach(rows::add);
    changes
        .path("partiesGone")
        .forEach(gone -> rows.removeIf(row -> row.get("party").equals(gone)));
    for (JsonNode changed : changes.path("parties")) {
      rows.removeIf(row -> row.get("party").equals(changed.get("party")));
      rows.add(changed);
    }
    rows.sort(DOCUMENTED_ORDER);
    changes
        .properties()
        .forEach(
            member -> {
              if (member.getValue().isNull()) {
                merged.remove(member.getKey());
              } else if (!member.getKey().equals("partiesGone")) {
                merged.set(member.getKey(), member.getValue());
              }
            });
    ArrayNode parties = merged.putArray("parties");
    rows.forEach(parties::add);
    return merged;
  }

  private static JsonNode without(JsonNode update) {
    ObjectNode rest = update.deepCopy();
    rest.remove("scoreboard");
    return rest;
  }
}
