package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import electionnight.cli.Launcher;
import electionnight.domain.Alert;
import electionnight.domain.ElectionId;
import electionnight.domain.MajorityLine.Crossing;
import electionnight.domain.Overturned;
import electionnight.domain.PartyRow;
import electionnight.domain.Result;
import electionnight.domain.Scoreboard;
import electionnight.domain.SeatMajority;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import electionnight.producer.importer.ImportCommand;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.Requirement;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import electionnight.wire.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the published files through the importer and through Kafka, held against what an independent
 * script computed from the same files.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PublishedEndToEndIT {
  @TempDir private Path temporary;

  private Path data;
  @AutoClose private RunningSystem system;

  @BeforeAll
  void start() throws InterruptedException {
    data = Requirement.shared().resolve("data");
    system = RunningSystem.embedded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2024"})
  void aGeneralElectionIsTheTruthAtEveryHourAndInTheEnd(String year)
      throws IOException, InterruptedException {
    // Whatever is queried comes in later than it was declared; here nothing is.
    RecordedNight night = UnqueriedNight.of(Nights.open(imported(year).toString()));
    Scoreboard board = system.play(night);
    List<Update> updates = updates(night.election().election());
    JsonNode truth = truth(year);

    SoftAssertions softly = new SoftAssertions();
    assertFinalFigures(softly, board, truth);
    softly.assertThat(board.revision()).as("revision").isEqualTo(650);
    softly
        .assertThat(records(updates))
        .as("records so far")
        .isEqualTo(
            rows(
                truth.get("records_so_far"),
                "at",
                "seat",
                "name",
                "from",
                "to",
                "overturned",
                "declared_before"));
    truth
        .get("hourly")
        .properties()
        .forEach(
            hour ->
                softly
                    .assertThat(seatsBy(updates, Instant.parse(hour.getKey())))
                    .as("seats by %s", hour.getKey())
                    .isEqualTo(seatsBy(hour.getValue())));
    softly.assertThat(seats(updates)).as("seats").isEqualTo(truthOfSeats(year));
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2024"})
  void byTheStandardRulesItEndsInTheSameTruth(String year)
      throws IOException, InterruptedException {
    RecordedNight night =
        RenamedNight.as("queried-" + year, Nights.open(imported(year).toString()));
    Scoreboard board = system.play(night);
    List<Update> updates = updates(night.election().election());
    JsonNode truth = truth(year);

    SoftAssertions softly = new SoftAssertions();
    assertFinalFigures(softly, board, truth);
    softly.assertThat(board.checking()).as("seats being checked").isEmpty();
    softly
        .assertThat(
            updates.stream()
                .flatMap(update -> update.seats().stream())
                .filter(seat -> seat.checking().isPresent())
                .map(SeatReport::seat)
                .distinct())
        .as("seats that were queried, at most 10")
        .hasSize(night.confirmations().size())
        .hasSizeLessThanOrEqualTo(10);
    softly
        .assertThat(standingRecords(updates))
        .as("records so far that stand")
        .isEqualTo(rows(truth.get("records_so_far"), "at", "seat", "overturned"));
    softly.assertThat(seats(updates)).as("seats").isEqualTo(truthOfSeats(year));
    softly.assertAll();
  }

  private JsonNode truth(String year) throws IOException {
    return Json.shared().readTree(data.resolve("truth/nights.json").toFile()).get(year);
  }

  private static void assertFinalFigures(SoftAssertions softly, Scoreboard board, JsonNode truth) {
    softly.assertThat(parties(board)).as("parties").isEqualTo(parties(truth.get("parties")));
    softly.assertThat(board.declared()).as("declared").isEqualTo(650);
    softly.assertThat(board.changed()).as("changed").isEqualTo(truth.get("changed").intValue());
    softly.assertThat(board.electorate()).isEqualTo(truth.get("electorate").longValue());
    softly.assertThat(board.validVotes()).isEqualTo(truth.get("valid_votes").longValue());
    softly.assertThat(board.invalidVotes()).isEqualTo(truth.get("invalid_votes").longValue());
    softly
        .assertThat(crossing(board.majorityLine().orElseThrow().crossed().orElseThrow()))
        .as("majority line")
        .isEqualTo(fields(truth.get("majority_line"), "party", "at", "seat", "declared"));
    softly
        .assertThat(top(board.biggestMajoritiesOverturned(), 8, PublishedEndToEndIT::overturned))
        .as("biggest overturned")
        .isEqualTo(
            rows(
                truth.get("biggest_overturned"),
                "overturned",
                "name",
                "from",
                "to",
                "new_majority"));
    softly
        .assertThat(top(board.narrowestMajorities(), 5, PublishedEndToEndIT::narrowest))
        .as("narrowest")
        .isEqualTo(rows(truth.get("narrowest"), "name", "majority"));
  }

  /** In order of declaration: the latest revision of each alert that is not withdrawn. */
  private static List<String> standingRecords(List<Update> updates) {
    Map<String, Alert> latest = new TreeMap<>();
    updates.stream()
        .flatMap(update -> update.alerts().stream())
        .filter(alert -> alert.kind() == Alert.Kind.BIGGEST_MAJORITY_OVERTURNED)
        .forEach(alert -> latest.put(alert.id(), alert));
    return latest.values().stream()
        .filter(alert -> alert.state() != Alert.State.WITHDRAWN)
        .sorted(Comparator.comparing(Alert::at).thenComparing(Alert::seat))
        .map(alert -> alert.at() + "|" + alert.seat() + "|" + alert.facts().overturned().getAsInt())
        .toList();
  }

  private Path imported(String year) {
    Path to = temporary.resolve("general-election-" + year);
    Path library = data.resolve("commons-library");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--results", library.resolve(year).toString()));
    arguments.addAll(
        year.equals("2019")
            ? List.of("--previous", library.resolve("2017").toString())
            : List.of(
                "--previous",
                library.resolve("2019-notional/results.csv").toString(),
                "--times",
                library.resolve("2024/declaration-times-2024.csv").toString()));
    arguments.addAll(List.of("--id", "general-election-" + year, "--to", to.toString()));
    assertThat(Launcher.run(new ImportCommand(), arguments.toArray(String[]::new)))
        .as("exit code of the importer")
        .isZero();
    return to;
  }

  private List<Update> updates(ElectionId election) {
    return TopicReader.values(system.kafka(), Topic.UPDATES).stream()
        .map(value -> MessageType.UPDATE.read(value).orElseThrow())
        .filter(update -> update.election().equals(election))
        .toList();
  }

  /** The truth names the parties that won, gained or lost a seat. */
  private static Map<String, List<Integer>> parties(Scoreboard board) {
    return board.parties().stream()
        .filter(row -> row.seats() + row.gains() + row.losses() > 0)
        .collect(
            Collectors.toMap(
                row -> row.party().value(),
                row -> List.of(row.seats(), row.gains(), row.losses(), row.net())));
  }

  private static Map<String, List<Integer>> parties(JsonNode truth) {
    return truth.properties().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    List.of(
                        entry.getValue().get("seats").intValue(),
                        entry.getValue().get("gains").intValue(),
                        entry.getValue().get("losses").intValue(),
                        entry.getValue().get("net").intValue())));
  }

  private static String crossing(Crossing crossing) {
    return String.join(
        "|",
        crossing.party().value(),
        crossing.at().toString(),
        crossing.name(),
        String.valueOf(crossing.declared()));
  }

  private static String overturned(Overturned row) {
    return row.overturned()
        + "|"
        + row.name()
        + "|"
        + row.from()
        + "|"
        + row.to()
        + "|"
        + row.majority().getAsInt();
  }

  private static String narrowest(SeatMajority row) {
    return row.name() + "|" + row.majority();
  }

  private static List<String> records(List<Update> updates) {
    List<String> records = new ArrayList<>();
    for (Update update : updates) {
      for (Alert alert : update.alerts()) {
        if (alert.kind() == Alert.Kind.BIGGEST_MAJORITY_OVERTURNED) {
          records.add(
              alert.at()
                  + "|"
                  + alert.seat()
                  + "|"
                  + alert.name()
                  + "|"
                  + alert.facts().from().orElseThrow()
                  + "|"
                  + alert.facts().party().orElseThrow()
                  + "|"
                  + alert.facts().overturned().getAsInt()
                  + "|"
                  + (update.scoreboard().declared() - 1));
        }
      }
    }
    return records;
  }

  /** The scoreboard after the last seat declared by a time. */
  private static String seatsBy(List<Update> updates, Instant time) {
    Scoreboard board =
        updates.stream()
            .filter(update -> !result(update).declaredAt().isAfter(time))
            .reduce((earlier, later) -> later)
            .orElseThrow()
            .scoreboard();
    Map<String, Integer> seats = new TreeMap<>();
    for (PartyRow row : board.parties()) {
      if (row.seats() > 0) {
        seats.put(row.party().value(), row.seats());
      }
    }
    return board.declared() + " " + seats;
  }

  private static String seatsBy(JsonNode hour) {
    Map<String, Integer> seats = new TreeMap<>();
    hour.get("seats")
        .properties()
        .forEach(party -> seats.put(party.getKey(), party.getValue().intValue()));
    return hour.get("declared").intValue() + " " + seats;
  }

  private static Map<String, String> seats(List<Update> updates) {
    Map<String, String> seats = new TreeMap<>();
    for (Update update : updates) {
      for (SeatReport seat : update.seats()) {
        seat.result().ifPresent(result -> seats.put(seat.seat().value(), seat(result)));
      }
    }
    return seats;
  }

  private static Result result(Update update) {
    return update.seats().get(0).result().orElseThrow();
  }

  private static String seat(Result result) {
    return result.party()
        + "|"
        + result.majority().orElseThrow().second()
        + "|"
        + result.majority().orElseThrow().votes()
        + "|"
        + result.validVotes()
        + "|"
        + result.outcome().orElseThrow().from();
  }

  private Map<String, String> truthOfSeats(String year) throws IOException {
    Path file = data.resolve("truth/seats-" + year + ".csv");
    assertThat(Files.exists(file)).isTrue();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream()
          .collect(
              Collectors.toMap(
                  row -> row.getField("ons_id"),
                  row ->
                      String.join(
                          "|",
                          row.getField("winner"),
                          row.getField("second"),
                          row.getField("majority"),
                          row.getField("valid_votes"),
                          row.getField("previous_winner"))));
    }
  }

  private static <T> List<String> top(List<T> rows, int count, Function<T, String> text) {
    return rows.stream().limit(count).map(text).toList();
  }

  private static List<String> rows(JsonNode list, String... names) {
    List<String> rows = new ArrayList<>();
    list.forEach(row -> rows.add(fields(row, names)));
    return rows;
  }

  private static String fields(JsonNode row, String... names) {
    List<String> values = new ArrayList<>();
    for (String name : names) {
      values.add(row.get(name).asText());
    }
    return String.join("|", values);
  }
}
