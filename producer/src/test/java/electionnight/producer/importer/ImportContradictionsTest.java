package electionnight.producer.importer;

import static electionnight.producer.importer.PublishedFiles.CANDIDACIES;
import static electionnight.producer.importer.PublishedFiles.CONSTITUENCIES;
import static electionnight.producer.importer.PublishedFiles.PREVIOUS_CANDIDACIES;
import static electionnight.producer.importer.PublishedFiles.PREVIOUS_CONSTITUENCIES;
import static electionnight.producer.importer.PublishedFiles.changed;
import static org.assertj.core.api.Assertions.assertThat;

import electionnight.producer.night.NightFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the files say twice must agree, or nothing is written. */
class ImportContradictionsTest {
  @TempDir Path temporary;

  static Stream<Arguments> contradictions() {
    return Stream.of(
        constituency(
            "a majority that does not follow from the votes",
            ",3300,12,1000,",
            ",3300,12,1001,",
            "line 1: column Majority says 1001, the candidates' votes make it 1000"),
        constituency(
            "valid votes that are not the sum",
            ",3300,",
            ",3301,",
            "line 1: column Valid votes says 3301, the candidates' votes make it 3300"),
        constituency(
            "a party's column that differs",
            ",2000,0,0,300,",
            ",2000,0,0,301,",
            "line 1: column Green says 301, the candidates' votes make it 300"),
        constituency(
            "another first party",
            ",Lab,Con,5000",
            ",Green,Con,5000",
            "line 1: column First party says 'Green', the candidates' votes make it Lab"),
        constituency(
            "another second party",
            ",Lab,Con,5000",
            ",Lab,Green,5000",
            "line 1: column Second party says 'Green', the candidates' votes make it Con"),
        constituency(
            "a hold that is a gain",
            "Lab gain from Con",
            "Lab hold",
            "line 1: the result 'Lab hold' disagrees with the votes, by which Lab won a seat of Con"),
        constituency(
            "a gain from another party",
            "Lab gain from Con",
            "Lab gain from LD",
            "line 1: the result 'Lab gain from LD' disagrees with the votes"),
        constituency(
            "a result in other words",
            "Lab gain from Con",
            "Labour win",
            "line 1: the result 'Labour win' is neither 'X hold' nor 'X gain from Y'"),
        constituency(
            "a member who did not win",
            "Ann,Ash",
            "Cid,Cedar",
            "line 1: the member 'Cid Cedar' is not the candidate with the most votes, Ann Ash (Lab)"),
        constituency(
            "more votes than electors",
            ",5000,3300,",
            ",3299,3300,",
            "line 1: more valid votes, 3300, than electors, 3299"),
        of(
            "an unknown party",
            CONSTITUENCIES,
            changed(
                CANDIDACIES,
                6,
                line -> line.replace("The Brexit Party,BRX,PP7931,1006", "Purple,Pur,PP0,99999")),
            PREVIOUS_CONSTITUENCIES,
            PREVIOUS_CANDIDACIES,
            "line 7: the party 'Purple' (Pur) is unknown"),
        of(
            "a seat without candidates",
            CONSTITUENCIES,
            CANDIDACIES.subList(0, 3),
            PREVIOUS_CONSTITUENCIES,
            PREVIOUS_CANDIDACIES,
            "line 2: the seat has no candidates"),
        of(
            "candidates of an unknown seat",
            CONSTITUENCIES.subList(0, 1),
            CANDIDACIES,
            PREVIOUS_CONSTITUENCIES,
            PREVIOUS_CANDIDACIES,
            "line 4: constituencies.csv has no seat E14000002"),
        of(
            "a seat without previous result",
            CONSTITUENCIES,
            CANDIDACIES,
            PREVIOUS_CONSTITUENCIES.subList(0, 1),
            PREVIOUS_CANDIDACIES.subList(0, 2),
            "line 2: Beta (E14000002) has no result at the previous election"),
        of(
            "a seat of the same name on other boundaries",
            CONSTITUENCIES,
            CANDIDACIES,
            changed(PREVIOUS_CONSTITUENCIES, 1, line -> line.replace("E14000002", "E14000902")),
            PREVIOUS_CANDIDACIES.stream()
                .map(line -> line.replace("E14000002", "E14000902"))
                .toList(),
            "line 2: Beta (E14000002) has no result at the previous election"),
        of(
            "a previous majority that does not follow from the votes",
            CONSTITUENCIES,
            CANDIDACIES,
            changed(PREVIOUS_CONSTITUENCIES, 0, line -> line.replace(",12,600,", ",12,606,")),
            PREVIOUS_CANDIDACIES,
            "line 1: the majority at the previous election is published as 606, the candidates'"
                + " votes make it 600"),
        of(
            "an election that is not the one before",
            CONSTITUENCIES,
            CANDIDACIES,
            PREVIOUS_CONSTITUENCIES.stream()
                .map(line -> line.replace("09/06/2017", "08/05/2015"))
                .toList(),
            PREVIOUS_CANDIDACIES,
            "its times are of 7 May 2015, but the last general election before 12 December 2019"
                + " was that of 8 June 2017"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contradictions")
  void isRefusedUnlessToldToBeLenient(
      String what,
      List<String> constituencies,
      List<String> candidacies,
      List<String> previousConstituencies,
      List<String> previousCandidacies,
      String complaint) {
    Path results = PublishedFiles.plain(temporary.resolve("results"), constituencies, candidacies);
    Path previous =
        PublishedFiles.plain(
            temporary.resolve("previous"), previousConstituencies, previousCandidacies);
    Path to = temporary.resolve("night");

    Import strict =
        Import.run("--results", results, "--previous", previous, "--id", "n-1", "--to", to);

    assertThat(strict.exitCode()).isEqualTo(1);
    assertThat(strict.err()).contains("contradiction: ").contains(complaint);
    assertThat(strict.lastError()).startsWith("Nothing was written, ").contains("--lenient");
    assertThat(to).doesNotExist();

    Import lenient =
        Import.run(
            "--results", results, "--previous", previous, "--id", "n-1", "--to", to, "--lenient");

    assertThat(lenient.exitCode()).as(lenient.err()).isZero();
    assertThat(lenient.err()).contains(complaint);
    assertThat(NightFolder.read(to).seats()).hasSize(constituencies.size());
  }

  private static Arguments constituency(String what, String was, String is, String complaint) {
    return of(
        what,
        changed(CONSTITUENCIES, 0, line -> line.replace(was, is)),
        CANDIDACIES,
        PREVIOUS_CONSTITUENCIES,
        PREVIOUS_CANDIDACIES,
        complaint);
  }

  private static Arguments of(
      String what,
      List<String> constituencies,
      List<String> candidacies,
      List<String> previousConstituencies,
      List<String> previousCandidacies,
      String complaint) {
    return Arguments.of(
        what, constituencies, candidacies, previousConstituencies, previousCandidacies, complaint);
  }
}
