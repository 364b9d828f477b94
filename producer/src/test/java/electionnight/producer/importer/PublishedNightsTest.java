package electionnight.producer.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.domain.Declaration;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.producer.night.BundledNights;
import electionnight.producer.night.CsvTable;
import electionnight.producer.night.NightFigures;
import electionnight.producer.night.NightFolder;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.Requirement;
import electionnight.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published files themselves, held against what an independent script made of them. */
class PublishedNightsTest {
  private static final List<String> COLUMNS =
      List.of(
          "ons_id",
          "name",
          "winner",
          "second",
          "majority",
          "valid_votes",
          "previous_winner",
          "previous_majority");

  @TempDir Path temporary;
  private Path data;

  @BeforeEach
  void findTheData() {
    data = Requirement.shared().resolve("data");
  }

  @Test
  void theBundledNightsAreWhatTheImporterMakesOfThePublishedFiles() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (String night : BundledNights.names()) {
      Path folder = imported(night);
      try (var files = Files.list(folder)) {
        List<Path> all = files.sorted().toList();
        softly.assertThat(all).as(night).hasSize(9);
        for (Path file : all) {
          String resource = "/nights/" + night + "/" + file.getFileName();
          try (var shipped = BundledNights.class.getResourceAsStream(resource)) {
            softly.assertThat(shipped).as(resource).hasBinaryContent(Files.readAllBytes(file));
          }
        }
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2024"})
  void everySeatComesOutAsTheTruth(String year) {
    NightFigures figures = new NightFigures(NightFolder.read(imported("general-election-" + year)));
    SoftAssertions softly = new SoftAssertions();
    var rows = CsvTable.read(data.resolve("truth/seats-" + year + ".csv")).rows(COLUMNS);

    rows.forEach(
        row ->
            softly
                .assertThat(figures.seat(new SeatId(row.text("ons_id"))))
                .as("%s of %s", COLUMNS, row.where())
                .isEqualTo(COLUMNS.stream().map(row::text).toList()));

    softly.assertThat(rows).hasSize(650);
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2024"})
  void everyPartysSeatsGainsAndLossesAreTheTruth(String year) throws IOException {
    JsonNode truth = truth(year);
    List<List<String>> known = new ArrayList<>();
    truth
        .path("parties")
        .properties()
        .forEach(
            party ->
                known.add(
                    List.of(
                        party.getKey(),
                        party.getValue().path("seats").asText(),
                        party.getValue().path("gains").asText(),
                        party.getValue().path("losses").asText())));

    assertThat(new NightFigures(NightFolder.read(imported("general-election-" + year))).parties())
        .as("party, seats, gains, losses")
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2024"})
  void theElectorateAndTheClockAreTheTruth(String year) throws IOException {
    JsonNode truth = truth(year);
    RecordedNight night = NightFolder.read(imported("general-election-" + year));
    List<Declaration> declarations = night.declarations();
    SoftAssertions softly = new SoftAssertions();

    softly
        .assertThat(night.seats().stream().mapToLong(Seat::electorate).sum())
        .as("electorate")
        .isEqualTo(truth.path("electorate").asLong());
    softly
        .assertThat(declarations.stream().mapToLong(row -> row.invalidVotes().orElse(0)).sum())
        .as("invalid votes")
        .isEqualTo(truth.path("invalid_votes").asLong());
    softly
        .assertThat(declarations.get(0).declaredAt())
        .as("first")
        .isEqualTo(truth.path("first").path(1).asText());
    softly
        .assertThat(declarations.get(declarations.size() - 1).declaredAt())
        .as("last")
        .isEqualTo(truth.path("last").path(1).asText());
    truth
        .path("hourly")
        .properties()
        .forEach(
            hour ->
                softly
                    .assertThat(
                        declarations.stream()
                            .filter(row -> !row.declaredAt().isAfter(Instant.parse(hour.getKey())))
                            .count())
                    .as("declared by %s", hour.getKey())
                    .isEqualTo(hour.getValue().path("declared").asLong()));
    softly.assertAll();
  }

  private JsonNode truth(String year) throws IOException {
    return Json.shared().readTree(Files.readAllBytes(data.resolve("truth/nights.json"))).path(year);
  }

  private Path imported(String night) {
    Path to = temporary.resolve(night);
    Path library = data.resolve("commons-library");
    Import run =
        switch (night) {
          case "general-election-2019" ->
              Import.run(
                  "--results",
                  library.resolve("2019"),
                  "--previous",
                  library.resolve("2017"),
                  "--map",
                  data.resolve("maps/uk-constituencies-2010.hexjson"),
                  "--id",
                  night,
                  "--to",
                  to);
          case "general-election-2024" ->
              Import.run(
                  "--results",
                  library.resolve("2024"),
                  "--previous",
                  library.resolve("2019-notional/results.csv"),
                  "--times",
                  library.resolve("2024/declaration-times-2024.csv"),
                  "--map",
                  data.resolve("maps/uk-constituencies-2024.hexjson"),
                  "--id",
                  night,
                  "--to",
                  to);
          case "by-elections-2023-10-19" ->
              Import.run(
                  "--results",
                  library.resolve("by-elections-2019-2024"),
                  "--previous",
                  library.resolve("2019"),
                  "--times",
                  Path.of("..", "docs", "by-elections-2023-10-19-times.csv"),
                  "--date",
                  "2023-10-19",
                  "--note",
                  "Times of declaration: approximate; only their order is certain.",
                  "--id",
                  night,
                  "--to",
                  to);
          default -> throw new IllegalArgumentException(night);
        };
    assertThat(run.exitCode()).as(run.err()).isZero();
    return to;
  }
}
