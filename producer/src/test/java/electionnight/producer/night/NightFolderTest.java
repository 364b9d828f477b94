package electionnight.producer.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.domain.Seat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NightFolderTest {
  @TempDir Path temporary;

  static Stream<RecordedNight> nights() {
    return Stream.concat(
        Stream.of(SmallNight.create()), BundledNights.names().stream().map(BundledNights::open));
  }

  @ParameterizedTest(name = "night {index}")
  @MethodSource("nights")
  void aNightComesBackFromAFolderAsItWas(RecordedNight night) {
    Path folder = temporary.resolve("deep/night");

    NightFolder.write(night, folder);

    assertThat(NightFolder.read(folder)).isEqualTo(night);
  }

  @Test
  void aNightIsReplacedByAnother() {
    NightFolder.write(BundledNights.open("by-elections-2023-10-19"), temporary);
    NightFolder.write(SmallNight.create(), temporary);

    assertThat(NightFolder.read(temporary)).isEqualTo(SmallNight.create());
  }

  @Test
  void aFolderOfOtherThingsIsNotWrittenTo() throws IOException {
    Files.writeString(temporary.resolve("diary.txt"), "dear diary");

    assertThatThrownBy(() -> NightFolder.write(SmallNight.create(), temporary))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not empty and holds no night");
    assertThat(temporary).isDirectoryNotContaining("glob:**.csv");
  }

  @Test
  void whatASpreadsheetSavesIsReadAllTheSame() throws IOException {
    NightFolder.write(SmallNight.create(), temporary);
    for (String file : new String[] {"seats.csv", "votes.csv"}) {
      String text = Files.readString(temporary.resolve(file));
      Files.writeString(temporary.resolve(file), "\uFEFF" + text.replace("\n", "\r\n"));
    }

    assertThat(NightFolder.read(temporary)).isEqualTo(SmallNight.create());
  }

  /** As they were written before results had a life, members before and polls a close. */
  @Test
  void aFolderWithoutTheNewerColumnsIsReadAllTheSame() throws IOException {
    RecordedNight night = BundledNights.open("by-elections-2023-10-19");
    NightFolder.write(night, temporary);
    dropLastColumns("seats.csv", 4);
    dropLastColumns("declarations.csv", 2);
    Path election = temporary.resolve("election.csv");
    Files.writeString(election, Files.readString(election).replaceAll("close_of_poll,.*\n", ""));

    RecordedNight read = NightFolder.read(temporary);

    assertThat(Files.readString(election)).doesNotContain("close_of_poll");
    assertThat(Files.readAllLines(temporary.resolve("seats.csv")))
        .startsWith("seat,name,region,nation,electorate,hex_q,hex_r");
    assertThat(read.election().closeOfPoll()).isEmpty();
    assertThat(read.seats()).extracting(Seat::sitting).containsOnly(Optional.empty());
    assertThat(read.seats()).extracting(Seat::heldSince).containsOnly(OptionalInt.empty());
    assertThat(read.declarations()).isEqualTo(night.declarations());
  }

  private void dropLastColumns(String file, int count) throws IOException {
    Path path = temporary.resolve(file);
    Files.write(
        path,
        Files.readAllLines(path).stream()
            .map(line -> line.replaceFirst("(,[^,]*){" + count + "}$", ""))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          election.csv     | contest,GENERAL_ELECTION | contest,ELECTION          | line 4, column value: 'ELECTION' where GENERAL_ELECTION or BY_ELECTION is expected
          election.csv     | date,2021-05-06          | date,6 May                | line 5, column value: '6 May' where a date such as 2024-07-04 is expected
          election.csv     | zone,Europe/London       | zone,Londinium            | line 6, column value: 'Londinium' where a time zone such as Europe/London is expected
          election.csv     | id,small-night           | id,Small Night            | line 2, column value: 'Small Night' where an id such as general-election-2024 is expected
          election.csv     | basis,LAST_GENERAL       | basis,                    | line 7, column value: it is empty where LAST_GENERAL or NOTIONAL is expected
          election.csv     | name,A small night       | name,A,B                  | line 3: it has 3 cells where 2 are expected
          election.csv     | previous,                | precious,                 | there is no row for the field 'previous'
          election.csv     | name,                    | id,                       | line 3, column field: 'id' where each field once is expected
          election.csv     | seats,2                  | seats,3                   | line 9, column value: '3' where the number of seats in seats.csv, 2, is expected
          parties.csv      | party,name               | code,name                 | line 1: the header has no column 'party', but code, name, collective, person, colour
          parties.csv      | #FF0000                  | red                       | line 2, column colour: 'red' where a colour such as #E4003B is expected
          parties.csv      | false                    | no                        | line 2, column person: 'no' where true or false is expected
          seats.csv        | A1                       | A?1                       | line 2, column seat: 'A?1' where a seat's code such as E14000813 is expected
          seats.csv        | ,100,                    | ,many,                    | line 2, column electorate: 'many' where a whole number, 0 or more, or nothing is expected
          seats.csv        | ,100,-1,2                | ,100,-1,                  | line 2, column hex_r: it is empty where a number where the other coordinate has one is expected
          seats.csv        | B2,Béta                  | A1,Béta                   | line 3, column seat: 'A1' where each seat once is expected
          candidates.csv   | A1,Ann                   | C3,Ann                    | line 2, column seat: 'C3' where a seat of seats.csv is expected
          candidates.csv   | A1,Ben,Blue              | A1,Ann,Red                | line 3, column candidate: 'Ann' where each candidate of a seat and party once is expected
          baseline.csv     | A1,Blue,30               | A1,Blue,-30               | line 2, column votes: '-30' where a whole number, 0 or more is expected
          baseline.csv     | A1,Blue,30               | A1,Green,30               | line 2, column party: 'Green' where a party of parties.csv is expected
          declarations.csv | 2021-05-06T22:59:00Z     | 22:59                     | line 2, column declared_at: '22:59' where a time such as 2024-07-04T22:18:35Z is expected
          declarations.csv | a digit was swapped      | ''                        | line 4, column reason: it is empty where the reason of a correction is expected
          declarations.csv | ,Ann,0                   | ,Eve,0                    | line 3, column winner: 'Eve' where a candidate of this seat in votes.csv is expected
          declarations.csv | A1,2,                    | A1,0,                     | line 4, column revision: '0' where 1 or more is expected
          declarations.csv | A1,2,                    | A1,1,                     | line 4, column revision: '1' where each revision of a seat once is expected
          election.csv     | 2021-05-06T21:00:00Z     | ten                       | line 10, column value: 'ten' where a time such as 2024-07-04T21:00:00Z or nothing is expected
          seats.csv        | ,Blue,,,1931             | ,Green,,,1931             | line 2, column sitting: 'Green' where a party of parties.csv is expected
          seats.csv        | ,Blue,,,1931             | ,Red,,,1931               | line 2, column sitting_why: it is empty where why it is not the party that won the seat before is expected
          seats.csv        | ,Blue,,,1931             | ,Red,by lot,,1931         | line 2, column sitting_source: it is empty where who says so is expected
          seats.csv        | ,Blue,,,1931             | ,,by lot,,1931            | line 2, column sitting: it is empty where the party that sitting_why and sitting_source speak of is expected
          seats.csv        | ,1931                    | ,31                       | line 2, column held_since: '31' where a year such as 1931 is expected
          declarations.csv | B2,1,DECLARED            | B2,1,CALLED               | line 2, column status: 'CALLED' where RUSH, RECOUNT, DECLARED, CORRECTED or WITHDRAWN is expected
          declarations.csv | A1,1,DECLARED            | A1,1,RUSH                 | votes.csv, line 3, column revision: '1' where a revision that is DECLARED or CORRECTED is expected
          declarations.csv | "a box, ""lost"", was found" | ''                     | line 5, column reason: it is empty where the reason of a withdrawal is expected
          declarations.csv | 23:20:00Z,the count,,,   | 23:20:00Z,the count,,Ann, | line 6, column winner: 'Ann' where nothing with the status RECOUNT is expected
          declarations.csv | 23:20:00Z,the count,,,,, | 23:20:00Z,the count,,,,Red, | line 6, column party: 'Red' where nothing with the status RECOUNT is expected
          declarations.csv | 23:20:00Z,the count,,,,  | 23:20:00Z,the count,,,7,  | line 6, column invalid_votes: '7' where nothing with the status RECOUNT is expected
          declarations.csv | ,,,,40                   | ,,,,-40                   | line 6, column verified_ballots: '-40' where a whole number, 0 or more, or nothing is expected
          declarations.csv | ,Ben,,Blue,              | ,Ann,,Blue,               | line 7, column winner: 'Ann' where one candidate of this seat in candidates.csv is expected
          declarations.csv | ,Ben,,Blue,              | ,,,,                      | line 7, column winner: it is empty where who won, by name or by party, is expected
          declarations.csv | ,the count,,,,Red,       | ,the count,,,,Green,      | line 8, column party: 'Green' where a party of parties.csv is expected
          declarations.csv | ,the count,,,,Red,       | ,the count,,Cid,,,        | line 8, column party: it is empty where the winner's, because candidates.csv does not tell it, is expected
          votes.csv        | A1,1,Ann                 | A1,7,Ann                  | line 3, column revision: '7' where a revision of this seat in declarations.csv is expected
          votes.csv        | B2,1,Cid,Blue,5          | ''                        | line 2, column revision: '1' where a revision of this seat with rows in votes.csv is expected
          confirmations.csv | A1,2                    | A1,9                      | line 2, column revision: '9' where a revision of this seat in declarations.csv is expected
          confirmations.csv | the desk                | ''                        | line 2, column by: it is empty where who confirmed it is expected
          confirmations.csv | 23:10:00Z               | 23:10                     | line 2, column at: '2021-05-06T23:10' where a time such as 2024-07-04T22:18:35Z is expected
          votes.csv        | Cid,Blue,5               | Cid,Blue,5.5              | line 2, column votes: '5.5' where a whole number, 0 or more is expected
          """)
  void aMalformedNightIsRefusedInOneSentence(String file, String was, String is, String complaint)
      throws IOException {
    NightFolder.write(SmallNight.create(), temporary);
    String text = Files.readString(temporary.resolve(file));
    assertThat(text).contains(was);
    Files.writeString(
        temporary.resolve(file), text.replaceFirst(Pattern.quote(was), is == null ? "" : is));

    assertThatThrownBy(() -> NightFolder.read(temporary))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(complaint)
        .hasMessageStartingWith(temporary + "/")
        .hasMessageEndingWith(".")
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "election.csv",
        "parties.csv",
        "seats.csv",
        "candidates.csv",
        "baseline.csv",
        "declarations.csv",
        "votes.csv",
        "ATTRIBUTION.txt"
      })
  void aNightWithoutOneOfItsFilesIsRefused(String file) throws IOException {
    NightFolder.write(SmallNight.create(), temporary);
    Files.delete(temporary.resolve(file));

    assertThatThrownBy(() -> NightFolder.read(temporary))
        .isInstanceOf(UserError.class)
        .hasMessage("The night " + temporary + " has no file " + file + ".");
  }

  @Test
  void aFileInAnotherEncodingIsRefusedWithItsLine() throws IOException {
    NightFolder.write(SmallNight.create(), temporary);
    Path seats = temporary.resolve("seats.csv");
    Files.write(seats, Files.readString(seats).getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> NightFolder.read(temporary))
        .isInstanceOf(UserError.class)
        .hasMessage(seats + ", line 3: it is not UTF-8; save the file as UTF-8.");
  }

  @Test
  void aFileThatIsNoCsvIsRefused() throws IOException {
    NightFolder.write(SmallNight.create(), temporary);
    Files.writeString(temporary.resolve("votes.csv"), "seat,\"revision\"x,candidate\n");

    assertThatThrownBy(() -> NightFolder.read(temporary))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("votes.csv is not CSV: ");
  }

  @Test
  void aRunawayQuoteIsQuotedOnOneLine() throws IOException {
    NightFolder.write(SmallNight.create(), temporary);
    Path parties = temporary.resolve("parties.csv");
    Files.writeString(
        parties,
        "party,name,collective,person,colour\nRed,Red,the Reds,false,\"#FF0000\nB,B,b,false,\"");

    assertThatThrownBy(() -> NightFolder.read(temporary))
        .isInstanceOf(UserError.class)
        .hasMessage(
            parties
                + ", line 2, column colour: '#FF0000 B,B,b,false,' where a colour such as #E4003B"
                + " is expected.");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    NightFolder.write(SmallNight.create(), temporary);
    Files.writeString(temporary.resolve("votes.csv"), "");

    assertThatThrownBy(() -> NightFolder.read(temporary))
        .isInstanceOf(UserError.class)
        .hasMessage(temporary.resolve("votes.csv") + " is empty.");
  }
}
