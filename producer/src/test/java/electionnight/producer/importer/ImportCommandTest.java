package electionnight.producer.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's mistakes: one sentence and an exit code. */
class ImportCommandTest {
  @TempDir Path temporary;
  private Path results;
  private Path previous;
  private Path to;

  @BeforeEach
  void files() {
    results =
        PublishedFiles.plain(
            temporary.resolve("results"),
            PublishedFiles.CONSTITUENCIES,
            PublishedFiles.CANDIDACIES);
    previous = PublishedFiles.previous(temporary.resolve("previous"));
    to = temporary.resolve("night");
  }

  @Test
  void itTellsWhatItRead() {
    Import run = run();

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            """
            read %s: 2 seats, 7 candidates, 6 parties
            read %s: 2 seats, LAST_GENERAL
            found 0 oddities and 0 contradictions
            wrote %s: General election 2019, polling day 2019-12-12, 2 declarations
            """
                .formatted(results, previous, to));
  }

  @Test
  void aFolderThatIsMissing() {
    results = temporary.resolve("nowhere");

    assertRefused("There is no folder " + results + ".");
  }

  @Test
  void aFileForAFolder() {
    results = results.resolve("candidacies.csv");

    assertRefused(
        results + " is a file, but results are a folder of constituencies.csv, candidacies.csv.");
  }

  @Test
  void aFolderWithoutOneOfTheFiles() {
    results = temporary;

    assertRefused("There is no file " + temporary.resolve("constituencies.csv") + ".");
  }

  @Test
  void aPreviousResultThatIsMissing() {
    previous = temporary.resolve("nowhere");

    assertRefused("There is no previous result " + previous + ".");
  }

  @Test
  void aPreviousResultOfByElections() {
    previous = PublishedFiles.byElections(temporary.resolve("by-elections"));

    assertRefused(previous + " has by-elections, but the previous election is a general election.");
  }

  @Test
  void aNumberThatIsNone() {
    PublishedFiles.plain(
        results,
        PublishedFiles.CONSTITUENCIES,
        PublishedFiles.changed(
            PublishedFiles.CANDIDACIES, 2, line -> line.replace(",300,", ",3OO,")));

    assertRefused(
        results.resolve("candidacies.csv")
            + ", line 3, column Votes: '3OO' where a whole number, 0 or more is expected.");
  }

  @Test
  void aTimeThatIsNone() {
    PublishedFiles.plain(
        results,
        PublishedFiles.changed(
            PublishedFiles.CONSTITUENCIES, 1, line -> line.replace("13/12/2019 01:00", "1 am")),
        PublishedFiles.CANDIDACIES);

    assertRefused(
        results.resolve("constituencies.csv")
            + ", line 2, column Declaration time: '1 am' where a local time such as"
            + " 13/12/2019 02:30 is expected.");
  }

  @Test
  void aSeatTwice() {
    PublishedFiles.plain(
        results,
        PublishedFiles.changed(
            PublishedFiles.CONSTITUENCIES, 1, line -> line.replace("E14000002", "E14000001")),
        PublishedFiles.CANDIDACIES);

    assertRefused(
        results.resolve("constituencies.csv")
            + ", line 2, column ONS ID: 'E14000001' where each constituency once is expected.");
  }

  @Test
  void aCandidateTwice() {
    PublishedFiles.plain(
        results,
        PublishedFiles.CONSTITUENCIES,
        PublishedFiles.changed(
            PublishedFiles.CANDIDACIES, 1, line -> PublishedFiles.CANDIDACIES.get(0)));

    assertRefused(
        results.resolve("candidacies.csv")
            + ", line 2, column Candidate surname: 'Ash' where each candidate of a constituency"
            + " and party once is expected.");
  }

  @Test
  void anotherFileUnderTheName() {
    PublishedFiles.write(results, "constituencies.csv", "a,b\r\n1,2\r\n");

    assertRefused(
        results.resolve("constituencies.csv")
            + ", line 1: it is no header, and as a row it has 2 cells where a file without header"
            + " has 32.");
  }

  @Test
  void aHeaderWithoutAColumnThatIsNeeded() {
    PublishedFiles.withHeader(results);
    PublishedFiles.write(results, "candidacies.csv", "ONS ID,Constituency name\r\n");

    assertRefused(
        results.resolve("candidacies.csv") + ", line 1: the header has no column 'Party name'.");
  }

  @Test
  void resultsWithoutTimesAndNoClock() {
    PublishedFiles.withHeader(results);

    assertRefused(
        results.resolve("constituencies.csv")
            + ", line 2: Alpha has no time of declaration, like 1 more; give a clock file that has"
            + " it with --times.");
  }

  @Test
  void aClockWithoutTimes() {
    Path clock = PublishedFiles.clock(temporary, "ons_id,when", "E14000001,now");

    assertRefused(
        clock + ", line 1: the header lacks a column of times, first_published_utc or declared_at.",
        "--times",
        clock);
  }

  @Test
  void aClockWithALocalTime() {
    Path clock = PublishedFiles.clock(temporary, "seat,declared_at", "E14000001,13/12/2019 02:30");

    assertRefused(
        clock
            + ", line 2, column declared_at: '13/12/2019 02:30' where a time in UTC such as"
            + " 2024-07-04T22:18:35Z is expected.",
        "--times",
        clock);
  }

  @Test
  void byElectionsOfSeveralDays() {
    PublishedFiles.byElections(results);

    assertRefused(
        results
            + " has by-elections of 2 days from 2023-07-20 to 2023-10-19; choose one with --date.");
  }

  @Test
  void aDayWithoutByElection() {
    PublishedFiles.byElections(results);

    assertRefused(
        results + " has no by-election of 2023-10-20, only of 2023-07-20, 2023-10-19.",
        "--date",
        "2023-10-20");
  }

  @Test
  void aMapThatIsNoHexJson() {
    assertRefused(
        results.resolve("candidacies.csv") + ", line 1: it is not JSON.",
        "--map",
        results.resolve("candidacies.csv"));
    PublishedFiles.write(temporary, "map.hexjson", "{\"layout\":\"even-q\",\"hexes\":{}}");
    assertRefused(
        temporary.resolve("map.hexjson") + " is not HexJSON of the layout 'odd-r' with 'hexes'.",
        "--map",
        temporary.resolve("map.hexjson"));
  }

  @Test
  void twoSeatsInOnePlaceOfTheMap() {
    PublishedFiles.write(
        temporary,
        "map.hexjson",
        "{\"layout\":\"odd-r\",\"hexes\":{\"A\":{\"q\":1,\"r\":1},\"B\":{\"q\":1,\"r\":1}}}");

    assertRefused(
        temporary.resolve("map.hexjson") + ": A and B are in the same place.",
        "--map",
        temporary.resolve("map.hexjson"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --sitting    | seat,party,why/E14000001,Con,                                     | line 1: the header has no column 'source', but seat, party, why.
          --sitting    | seat,party,why,source/E14000001,Con,,                             | line 2, column source: it is empty where who says so is expected.
          --sitting    | seat,party,why,source/E14000001,Lab,,a list                       | line 2, column why: it is empty where why it is not the party that won the seat before is expected.
          --sitting    | seat,party,why,source/E14000001,Moon,a defection,a list           | line 2, column party: 'Moon' where a party that stands or stood before is expected.
          --sitting    | seat,party,why,source/E14000001,Con,,a list/E14000001,Con,,a list | line 3, column seat: 'E14000001' where each constituency once is expected.
          --held-since | seat,held_since,source/E14000001,1931,                            | line 2, column source: it is empty where who says so is expected.
          --held-since | seat,held_since,source/E14000001,long ago,a list                  | line 2, column held_since: 'long ago' where a year such as 1931 is expected.
          """)
  void whatIsToldOfTheMembersBeforeIsMalformed(String option, String text, String complaint) {
    PublishedFiles.write(temporary, "told.csv", text.replace("/", "\n") + "\n");
    Path file = temporary.resolve("told.csv");

    assertRefused(file + ", " + complaint, option, file);
  }

  @Test
  void anIdOfAnotherForm() {
    Import run =
        Import.run("--results", results, "--previous", previous, "--id", "Big Night", "--to", to);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "--id Big Night: an election id is 1 to 64 lower-case letters, digits and hyphens.");
  }

  @Test
  void anOptionThatIsMissing() {
    Import run = Import.run("--results", results);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("Missing required options: ");
  }

  @Test
  void aFileToWriteTo() {
    to = previous.resolve("candidacies.csv");

    assertRefused(to + " is a file, but a night is a folder.");
  }

  private Import run(Object... more) {
    Object[] arguments = new Object[8 + more.length];
    Object[] usual = {"--results", results, "--previous", previous, "--id", "n-1", "--to", to};
    System.arraycopy(usual, 0, arguments, 0, usual.length);
    System.arraycopy(more, 0, arguments, usual.length, more.length);
    return Import.run(arguments);
  }

  private void assertRefused(String sentence, Object... more) {
    Import run = run(more);

    assertThat(run.lastError()).isEqualTo(sentence);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
  }
}
