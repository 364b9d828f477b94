package electionnight.producer.importer;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.Candidate;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Hex;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.Seat;
import electionnight.domain.Sitting;
import electionnight.producer.night.NightFolder;
import electionnight.producer.night.RecordedNight;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form in which results are published ends in the same kind of night. */
class ImportVariantsTest {
  private static final PartyCode LAB = new PartyCode("Lab");
  private static final PartyCode CON = new PartyCode("Con");

  @TempDir Path temporary;
  private Path results;
  private Path previous;
  private Path to;

  @BeforeEach
  void folders() {
    results = temporary.resolve("results");
    previous = PublishedFiles.previous(temporary.resolve("previous"));
    to = temporary.resolve("night");
  }

  @Test
  void filesWithoutHeaderAndWithLocalTimes() {
    PublishedFiles.plain(results, PublishedFiles.CONSTITUENCIES, PublishedFiles.CANDIDACIES);

    Import run =
        Import.run("--results", results, "--previous", previous, "--id", "n-1", "--to", to);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    RecordedNight night = NightFolder.read(to);
    assertThat(night.election().name()).isEqualTo("General election 2019");
    assertThat(night.election().contest()).isEqualTo(Contest.GENERAL_ELECTION);
    assertThat(night.election().date()).isEqualTo(LocalDate.parse("2019-12-12"));
    assertThat(night.election().basis()).isEqualTo(Basis.LAST_GENERAL);
    assertThat(night.election().previous()).isEqualTo("the general election of 8 June 2017");
    assertThat(night.declarations())
        .extracting(Declaration::declaredAt)
        .containsExactly(
            Instant.parse("2019-12-13T01:00:00Z"), Instant.parse("2019-12-13T02:30:00Z"));
    Declaration alpha = night.declarations().get(1);
    assertThat(alpha.winner()).contains("Ann Ash");
    assertThat(alpha.invalidVotes()).isEqualTo(OptionalInt.of(12));
    assertThat(alpha.source()).isEqualTo("House of Commons Library");
    Seat seat = night.seats().get(0);
    assertThat(seat.name()).isEqualTo("Alpha");
    assertThat(seat.region()).isEqualTo("North");
    assertThat(seat.nation()).isEqualTo("England");
    assertThat(seat.electorate()).isEqualTo(5000);
    assertThat(seat.candidates())
        .containsExactly(
            new Candidate("Ann Ash", LAB),
            new Candidate("Cid Cedar", CON),
            new Candidate("Dot Damson", new PartyCode("Green")));
    assertThat(seat.baseline().map(Baseline::winner)).contains(CON);
    assertThat(seat.baseline().map(Baseline::majority)).contains(600);
  }

  @Test
  void summerTimeIsAnHourAheadOfTheClock() {
    PublishedFiles.plain(
        results,
        PublishedFiles.CONSTITUENCIES.stream()
            .map(line -> line.replace("13/12/2019", "05/07/2024"))
            .toList(),
        PublishedFiles.CANDIDACIES);

    Import run =
        Import.run("--results", results, "--previous", notional(), "--id", "n-1", "--to", to);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(NightFolder.read(to).declarations().get(0).declaredAt())
        .isEqualTo(Instant.parse("2024-07-05T00:00:00Z"));
  }

  @Test
  void filesWithHeaderTakeTheirTimesFromTheClockThatCameFirst() {
    PublishedFiles.withHeader(results);
    Path clock =
        PublishedFiles.clock(
            temporary,
            "ons_id,first_published_utc,recorded_by_library_utc",
            "E14000001,2019-12-12T23:30:05Z,2019-12-13T09:00:00Z",
            "E14000002,2019-12-12T23:30:04Z,2019-12-13T08:00:00Z");

    Import run =
        Import.run(
            "--results",
            results,
            "--previous",
            previous,
            "--times",
            clock,
            "--id",
            "n-1",
            "--to",
            to);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(NightFolder.read(to).declarations())
        .extracting(declaration -> declaration.seat() + " " + declaration.declaredAt())
        .containsExactly("E14000002 2019-12-12T23:30:04Z", "E14000001 2019-12-12T23:30:05Z");
    assertThat(NightFolder.read(to).election().attribution())
        .contains("House of Commons Library", "Open Innovations, MIT licence");
  }

  @Test
  void byElectionsOfOneDayAmongMany() {
    PublishedFiles.byElections(results);
    Path clock =
        PublishedFiles.clock(temporary, "seat,declared_at", "E14000001,2023-10-20T01:00:00Z");

    Import run =
        Import.run(
            "--results",
            results,
            "--previous",
            PublishedFiles.plain(
                temporary.resolve("2019"),
                PublishedFiles.PREVIOUS_CONSTITUENCIES.stream()
                    .map(line -> line.replace("09/06/2017", "13/12/2019"))
                    .toList(),
                PublishedFiles.PREVIOUS_CANDIDACIES),
            "--times",
            clock,
            "--date",
            "2023-10-19",
            "--id",
            "n-1",
            "--to",
            to,
            "--note",
            "Invented.");

    assertThat(run.exitCode()).as(run.err()).isZero();
    RecordedNight night = NightFolder.read(to);
    assertThat(night.election().contest()).isEqualTo(Contest.BY_ELECTION);
    assertThat(night.election().name()).isEqualTo("By-election of 19 October 2023");
    assertThat(night.election().previous()).isEqualTo("the general election of 12 December 2019");
    assertThat(night.election().attribution()).endsWith("\nInvented.");
    assertThat(night.seats()).extracting(Seat::name).containsExactly("Alpha");
    assertThat(run.err())
        .contains("candidacies.csv, line 2: constituencies.csv calls 'ALPHA' 'Alpha'");
  }

  @Test
  void whatIsMarkedAsNotKnownStaysUnknown() {
    PublishedFiles.byElections(results);
    Path clock =
        PublishedFiles.clock(temporary, "seat,declared_at", "E14000002,2023-07-21T01:00:00Z");

    Import run =
        Import.run(
            "--results",
            results,
            "--previous",
            notional(),
            "--times",
            clock,
            "--date",
            "2023-07-20",
            "--id",
            "n-1",
            "--to",
            to);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("constituencies.csv, line 3: column Invalid votes is not known");
    assertThat(NightFolder.read(to).declarations().get(0).invalidVotes()).isEmpty();
  }

  @Test
  void aNotionalResultIsMatchedByCodeThenNameAndItsSumsAreNoParties() {
    PublishedFiles.plain(results, PublishedFiles.CONSTITUENCIES, PublishedFiles.CANDIDACIES);

    Import run =
        Import.run("--results", results, "--previous", notional(), "--id", "n-1", "--to", to);

    assertThat(run.exitCode()).as(run.err()).isZero();
    RecordedNight night = NightFolder.read(to);
    assertThat(night.election().basis()).isEqualTo(Basis.NOTIONAL);
    Baseline beta = night.seats().get(1).baseline().orElseThrow();
    assertThat(beta.votes()).hasSize(2);
    assertThat(beta.majority()).isEqualTo(1200);
    assertThat(run.err())
        .contains("2 rows of codes TOTOTHV, MAXOTHV are sums and left out")
        .contains("Beta has another code than E14000002; matched by its name");
  }

  @Test
  void aPartyUnderItsOldNameIsTheSameParty() {
    PublishedFiles.plain(
        results,
        PublishedFiles.CONSTITUENCIES,
        PublishedFiles.CANDIDACIES.stream()
            .map(
                line ->
                    line.replace("The Brexit Party,BRX,PP7931,1006", "Reform UK,RUK,PP7931,1036"))
            .toList());

    Import run =
        Import.run("--results", results, "--previous", notional(), "--id", "n-1", "--to", to);

    assertThat(run.exitCode()).as(run.err()).isZero();
    RecordedNight night = NightFolder.read(to);
    assertThat(night.seats().get(1).baseline().orElseThrow().votes(new PartyCode("RUK")))
        .contains(800);
    assertThat(night.election().party(new PartyCode("BRX"))).isEmpty();
    assertThat(night.election().party(new PartyCode("RUK")).map(Party::collective))
        .contains("Reform UK");
  }

  @Test
  void labourAndCooperativeIsLabourInEveryFigure() {
    PublishedFiles.plain(
        results,
        PublishedFiles.changed(
            PublishedFiles.CONSTITUENCIES,
            0,
            line -> line.replace("Lab gain from Con,Lab,", "Lab Coop gain from Con,Lab Coop,")),
        PublishedFiles.changed(
            PublishedFiles.CANDIDACIES, 0, line -> line.replace(",Lab,", ",Lab Coop,")));

    Import run =
        Import.run("--results", results, "--previous", previous, "--id", "n-1", "--to", to);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(NightFolder.read(to).election().parties())
        .extracting(Party::collective)
        .containsExactly(
            "the Brexit Party",
            "the Conservatives",
            "the Greens",
            "an independent",
            "the Liberal Democrats",
            "Labour");
  }

  @Test
  void theMapPlacesTheSeats() {
    PublishedFiles.plain(results, PublishedFiles.CONSTITUENCIES, PublishedFiles.CANDIDACIES);
    PublishedFiles.write(
        temporary,
        "map.hexjson",
        """
        {"layout":"odd-r","hexes":{"E14000001":{"n":"Alpha","q":-3,"r":4},"X":{"q":0,"r":0}}}
        """);

    Import run =
        Import.run(
            "--results",
            results,
            "--previous",
            previous,
            "--map",
            temporary.resolve("map.hexjson"),
            "--id",
            "n-1",
            "--to",
            to);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(NightFolder.read(to).seats())
        .extracting(Seat::hex)
        .isEqualTo(List.of(Optional.of(new Hex(-3, 4)), Optional.empty()));
    assertThat(run.err())
        .contains("constituencies.csv, line 2: Beta is not on the map")
        .contains("the cell 'X' is no seat");
  }

  @Test
  void aTieIsWonByTheMemberWhomTheLotFellOn() {
    PublishedFiles.plain(
        results,
        PublishedFiles.changed(
            PublishedFiles.CONSTITUENCIES,
            1,
            line ->
                line.replace(
                        "Ben,Beech,Male,Con hold,Con,LD", "Eve,Elm,Female,LD gain from Con,LD,Con")
                    .replace(",3040,8,100,1500,0,1400,", ",3140,8,0,1500,0,1500,")),
        PublishedFiles.changed(
            PublishedFiles.CANDIDACIES, 4, line -> line.replace(",1400,", ",1500,")));

    Import run =
        Import.run("--results", results, "--previous", previous, "--id", "n-1", "--to", to);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(NightFolder.read(to).declarations().get(0).winner()).contains("Eve Elm");
  }

  @Test
  void twoCandidatesOfOneNameLeaveTheWinnerToTheVotes() {
    PublishedFiles.plain(
        results,
        PublishedFiles.CONSTITUENCIES,
        PublishedFiles.changed(
            PublishedFiles.CANDIDACIES, 5, line -> line.replace("Fay,Fir", "Ben,Beech")));

    Import run =
        Import.run("--results", results, "--previous", previous, "--id", "n-1", "--to", to);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("two candidates of Beta are called Ben Beech");
    assertThat(NightFolder.read(to).declarations().get(0).winner()).isEmpty();
  }

  @Test
  void whatIsToldOfTheMembersBeforeIsTakenAndOfTheOthersNothingAssumed() {
    PublishedFiles.plain(results, PublishedFiles.CONSTITUENCIES, PublishedFiles.CANDIDACIES);
    PublishedFiles.write(
        temporary,
        "sitting.csv",
        """
        seat,party,why,source
        E14000002,Green,won the by-election of 1 May 2018,the county's records
        """);
    PublishedFiles.write(
        temporary, "held.csv", "seat,held_since,source\nE14000001,1931,a history\n");

    Import run =
        Import.run(
            "--results",
            results,
            "--previous",
            previous,
            "--sitting",
            temporary.resolve("sitting.csv"),
            "--held-since",
            temporary.resolve("held.csv"),
            "--id",
            "n-1",
            "--to",
            to);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .contains(
            "read " + temporary.resolve("sitting.csv") + ": the members of 1 seat",
            "read " + temporary.resolve("held.csv") + ": the years of 1 seat");
    assertThat(NightFolder.read(to).seats())
        .extracting(Seat::sitting)
        .isEqualTo(
            List.of(
                Optional.empty(),
                Optional.of(
                    new Sitting(
                        new PartyCode("Green"),
                        "won the by-election of 1 May 2018",
                        "the county's records"))));
    assertThat(NightFolder.read(to).seats())
        .extracting(Seat::heldSince)
        .containsExactly(OptionalInt.of(1931), OptionalInt.empty());
  }

  @Test
  void aMemberOfAnotherSeatIsAnOddity() {
    PublishedFiles.plain(results, PublishedFiles.CONSTITUENCIES, PublishedFiles.CANDIDACIES);
    PublishedFiles.write(
        temporary, "sitting.csv", "seat,party,why,source\nE14000009,Con,,a list\n");

    Import run =
        Import.run(
            "--results",
            results,
            "--previous",
            previous,
            "--sitting",
            temporary.resolve("sitting.csv"),
            "--id",
            "n-1",
            "--to",
            to);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("sitting.csv: E14000009 is no seat");
    assertThat(NightFolder.read(to).seats())
        .extracting(Seat::sitting)
        .containsOnly(Optional.empty());
  }

  @Test
  void thePollsCloseAtTenInTheEvening() {
    PublishedFiles.plain(results, PublishedFiles.CONSTITUENCIES, PublishedFiles.CANDIDACIES);

    Import.run("--results", results, "--previous", previous, "--id", "n-1", "--to", to);

    assertThat(NightFolder.read(to).election().closeOfPoll())
        .contains(Instant.parse("2019-12-12T22:00:00Z"));
  }

  private Path notional() {
    return PublishedFiles.notional(temporary);
  }
}
