package electionnight.producer.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.domain.Declaration;
import electionnight.domain.Result;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.producer.night.BundledNights;
import electionnight.producer.night.CsvRow;
import electionnight.producer.night.CsvTable;
import electionnight.producer.night.NightFigures;
import electionnight.producer.night.NightFolder;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.Requirement;
import electionnight.wire.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /** The nights that the importer writes; the other is one of them with a mistake put into it. */
  private static final List<String> IMPORTED =
      BundledNights.names().stream().filter(name -> !name.endsWith("-misreported")).toList();

  private static final Path DOCS = Path.of("..", "docs");

  @TempDir Path temporary;
  private Path data;

  @BeforeEach
  void findTheData() {
    data = Requirement.shared().resolve("data");
  }

  @Test
  void theBundledNightsAreWhatTheImporterMakesOfThePublishedFiles() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (String night : IMPORTED) {
      Path folder = imported(night);
      try (var files = Files.list(folder)) {
        List<Path> all = files.sorted().toList();
        softly.assertThat(all).as(night).hasSize(night.startsWith("general") ? 10 : 9);
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

  /**
   * No party of a member is assumed: each is the winner of a by-election in a seat of that name.
   */
  @Test
  void theMembersBefore2024AreTheWinnersOfTheLastByElections() {
    Map<String, CsvRow> byElections = new HashMap<>();
    CsvTable.read(data.resolve("commons-library/by-elections-2019-2024/constituencies.csv"))
        .rows(List.of("By-election date", "Constituency name", "First party", "Result"))
        .forEach(row -> byElections.put(Words.key(row.text("Constituency name")), row));
    List<List<String>> expected = new ArrayList<>();
    List<List<String>> told = new ArrayList<>();
    for (Seat seat : BundledNights.open("general-election-2024").seats()) {
      Optional.ofNullable(byElections.get(Words.key(seat.name())))
          .ifPresent(row -> expected.add(member(seat, row)));
      seat.sitting()
          .ifPresent(
              member ->
                  told.add(
                      List.of(seat.name(), member.party().value(), member.why(), member.source())));
    }

    assertThat(told)
        .as("seat, party, why, source")
        .hasSize(13)
        .containsExactlyElementsOf(expected)
        .filteredOn(member -> !member.get(2).isEmpty())
        .extracting(member -> member.get(0) + " " + member.get(1))
        .containsExactlyInAnyOrder(
            "Blackpool South Lab",
            "Chesham and Amersham LD",
            "Hartlepool Con",
            "Mid Bedfordshire Lab",
            "North Shropshire LD",
            "Rochdale WPB",
            "Tamworth Lab");
  }

  private static List<String> member(Seat seat, CsvRow row) {
    String party = Published.code(row.text("First party"));
    boolean same = party.equals(seat.baseline().orElseThrow().winner().value());
    return List.of(
        seat.name(),
        party,
        same ? "" : "won the by-election of " + Words.day(day(row)),
        "House of Commons Library, by-elections 2019-2024: "
            + row.text("Result")
            + ", "
            + Words.day(day(row)));
  }

  @Test
  void theRecordBookHasWhatFollowsFromThePublishedFilesAndMissesNoneOfIt() {
    List<String> told =
        CsvTable.resource("/record-book.csv")
            .rows(List.of("measure", "name", "value", "source"))
            .stream()
            .filter(row -> row.text("source").startsWith("House of Commons Library"))
            .filter(row -> !row.text("source").contains("which had not stood"))
            .map(row -> row.text("measure") + " " + row.text("name") + " " + row.text("value"))
            .toList();
    List<String> computed = new ArrayList<>();
    List<String> needed = new ArrayList<>();
    for (Result result : byElectionsSince2019()) {
      result
          .overturned()
          .ifPresent(
              votes -> {
                String entry = "MAJORITY_OVERTURNED " + result.name() + " " + votes;
                computed.add(entry);
                if (votes >= 20_000) {
                  needed.add(entry);
                }
              });
      result
          .swing()
          .ifPresent(
              swing -> {
                var points = BigDecimal.valueOf(swing.points()).setScale(1, RoundingMode.HALF_UP);
                String entry = "SWING " + result.name() + " " + points;
                computed.add(entry);
                if (swing.points() >= 34) {
                  needed.add(entry);
                }
              });
    }

    assertThat(needed).hasSize(5);
    assertThat(told).containsAll(needed);
    assertThat(computed).containsAll(told);
  }

  private List<Result> byElectionsSince2019() {
    Path library = data.resolve("commons-library");
    List<CsvRow> rows =
        CsvTable.read(library.resolve("by-elections-2019-2024/constituencies.csv"))
            .rows(List.of("By-election date", "ONS ID"));
    Path clock =
        PublishedFiles.clock(
            temporary,
            "seat,declared_at",
            rows.stream()
                .map(row -> row.text("ONS ID") + "," + day(row).plusDays(1) + "T02:00:00Z")
                .toArray(String[]::new));
    List<Result> results = new ArrayList<>();
    for (LocalDate day : rows.stream().map(PublishedNightsTest::day).distinct().toList()) {
      Path to = temporary.resolve(day.toString());
      Import run =
          Import.run(
              "--results",
              library.resolve("by-elections-2019-2024"),
              "--previous",
              library.resolve("2019"),
              "--times",
              clock,
              "--date",
              day,
              "--lenient",
              "--id",
              "by-elections-" + day,
              "--to",
              to);
      assertThat(run.exitCode()).as(run.err()).isZero();
      RecordedNight night = NightFolder.read(to);
      Map<SeatId, Seat> seats =
          night.seats().stream().collect(Collectors.toMap(Seat::seat, Function.identity()));
      night.declarations().stream()
          .flatMap(word -> Result.of(seats.get(word.seat()), word).stream())
          .forEach(results::add);
    }
    assertThat(results).hasSize(23);
    return results;
  }

  private static LocalDate day(CsvRow row) {
    return row.value(
        "By-election date",
        text -> LocalDate.parse(text, DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.UK)),
        "a date");
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
                  "--sitting",
                  DOCS.resolve("general-election-2024-sitting.csv"),
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
                  DOCS.resolve("by-elections-2023-10-19-times.csv"),
                  "--held-since",
                  DOCS.resolve("by-elections-2023-10-19-held-since.csv"),
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
