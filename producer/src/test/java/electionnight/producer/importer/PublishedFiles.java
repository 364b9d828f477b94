package electionnight.producer.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two made-up seats in the forms in which the House of Commons Library publishes. Alpha is a gain
 * of Labour from the Conservatives (majority 1,000, before 600), Beta a Conservative hold.
 */
final class PublishedFiles {
  private static final String CONSTITUENCY_HEADER =
      "ONS ID,ONS region ID,Constituency name,County name,Region name,Country name,"
          + "Constituency type,Declaration time,Member first name,Member surname,Member gender,"
          + "Result,First party,Second party,Electorate,Valid votes,Invalid votes,Majority,"
          + "Con,Lab,LD,RUK,Green,SNP,PC,DUP,SF,SDLP,UUP,APNI,All other candidates,"
          + "Of which other winner";

  private static final String CANDIDACY_HEADER =
      "ONS ID,ONS region ID,Constituency name,County name,Region name,Country name,"
          + "Constituency type,Party name,Party abbreviation,Electoral Commission party ID,"
          + "MNIS party ID,Electoral Commission adjunct party ID,Candidate first name,"
          + "Candidate surname,Candidate gender,Sitting MP,Former MP,Member MNIS ID,Votes,Share,"
          + "Change";

  static final List<String> CONSTITUENCIES =
      List.of(
          "E14000001,E12,Alpha,C,North,England,County,13/12/2019 02:30,Ann,Ash,Female,"
              + "Lab gain from Con,Lab,Con,5000,3300,12,1000,1000,2000,0,0,300,0,0,0,0,0,0,0,0,0",
          "E14000002,E12,Beta,C,South,England,Borough,13/12/2019 01:00,Ben,Beech,Male,"
              + "Con hold,Con,LD,6000,3040,8,100,1500,0,1400,0,0,0,0,0,0,0,0,0,140,0");

  static final List<String> CANDIDACIES =
      List.of(
          "E14000001,E12,Alpha,C,North,England,County,Labour and Co-operative,Lab,PP53,15,PP119,"
              + "Ann,Ash,Female,No,No,,2000,0.6,",
          "E14000001,E12,Alpha,C,North,England,County,Conservative,Con,PP52,4,,"
              + "Cid,Cedar,Male,Yes,Yes,1,1000,0.3,",
          "E14000001,E12,Alpha,C,North,England,County,Green Party,Green,PP63,44,,"
              + "Dot,Damson,Female,No,No,,300,0.1,",
          "E14000002,E12,Beta,C,South,England,Borough,Conservative,Con,PP52,4,,"
              + "Ben,Beech,Male,Yes,Yes,2,1500,0.5,",
          "E14000002,E12,Beta,C,South,England,Borough,Liberal Democrat,LD,PP90,17,,"
              + "Eve,Elm,Female,No,No,,1400,0.4,",
          "E14000002,E12,Beta,C,South,England,Borough,Independent,Ind,,8,,"
              + "Fay,Fir,Female,No,No,,100,0.1,",
          "E14000002,E12,Beta,C,South,England,Borough,The Brexit Party,BRX,PP7931,1006,,"
              + "Gus,Gorse,Male,No,No,,40,0.0,");

  static final List<String> PREVIOUS_CONSTITUENCIES =
      List.of(
          "E14000001,E12,Alpha,C,North,England,County,09/06/2017 02:30,Cid,Cedar,Male,"
              + "Con hold,Con,Lab,5000,3000,12,600,1800,1200,0,0,0,0,0,0,0,0,0,0,0,0",
          "E14000002,E12,Beta,C,South,England,Borough,09/06/2017 01:00,Ben,Beech,Male,"
              + "Con hold,Con,LD,6000,2800,8,1200,2000,0,800,0,0,0,0,0,0,0,0,0,0,0");

  static final List<String> PREVIOUS_CANDIDACIES =
      List.of(
          "E14000001,E12,Alpha,C,North,England,County,Conservative,Con,PP52,4,,"
              + "Cid,Cedar,Male,Yes,Yes,1,1800,0.6,",
          "E14000001,E12,Alpha,C,North,England,County,Labour,Lab,PP53,15,,"
              + "Ann,Ash,Female,No,No,,1200,0.4,",
          "E14000002,E12,Beta,C,South,England,Borough,Conservative,Con,PP52,4,,"
              + "Ben,Beech,Male,Yes,Yes,2,2000,0.7,",
          "E14000002,E12,Beta,C,South,England,Borough,Liberal Democrat,LD,PP90,17,,"
              + "Eve,Elm,Female,No,No,,800,0.3,");

  /** The same previous result as the notional file has it; Beta's code is an older one. */
  static final List<String> NOTIONAL =
      List.of(
          "Alpha,Alpha,E14000001,1,NO,England,County,60,5000,3000,600,CONV,1800,Con,"
              + "Conservative Party,4",
          "Alpha,Alpha,E14000001,1,NO,England,County,60,5000,3000,600,LABV,1200,Lab,"
              + "Labour Party,15",
          "Beta,Beta,E14000902,2,SO,England,Borough,60,6000,2800,1200,CONV,2000,Con,"
              + "Conservative Party,4",
          "Beta,Beta,E14000902,2,SO,England,Borough,60,6000,2800,1200,TOTOTHV,800,NA,NA,NA",
          "Beta,Beta,E14000902,2,SO,England,Borough,60,6000,2800,1200,MAXOTHV,800,NA,NA,NA",
          "Beta,Beta,E14000902,2,SO,England,Borough,60,6000,2800,1200,BRXV,800,Brexit Party,"
              + "The Brexit Party,1006");

  private PublishedFiles() {}

  /** Without header, as the files of 2017 and 2019 are. */
  static Path plain(Path folder, List<String> constituencies, List<String> candidacies) {
    write(folder, "constituencies.csv", lines(constituencies));
    write(folder, "candidacies.csv", lines(candidacies));
    return folder;
  }

  /** With header, as the files of 2024 are, and without times. */
  static Path withHeader(Path folder) {
    write(
        folder,
        "constituencies.csv",
        lines(
            List.of(
                CONSTITUENCY_HEADER,
                withoutTime(CONSTITUENCIES.get(0)),
                withoutTime(CONSTITUENCIES.get(1)))));
    write(
        folder,
        "candidacies.csv",
        lines(
            concat(
                CANDIDACY_HEADER + ",DC Person ID",
                CANDIDACIES.stream().map(line -> line + ",7").toList())));
    return folder;
  }

  /** With a byte order mark, dates, and another name for the code's column. */
  static Path byElections(Path folder) {
    write(
        folder,
        "constituencies.csv",
        lines(
            List.of(
                "By-election date,Writ date," + CONSTITUENCY_HEADER,
                "19/10/2023,01/09/2023," + withoutTime(CONSTITUENCIES.get(0)),
                "20/07/2023,01/06/2023,"
                    + withoutTime(CONSTITUENCIES.get(1)).replace(",3040,8,", ",3040,[x],"))));
    write(
        folder,
        "candidacies.csv",
        "\uFEFF"
            + lines(
                concat(
                    "Election date," + CANDIDACY_HEADER.replace("ONS ID,", "ONS ID2,"),
                    CANDIDACIES.stream()
                        .map(line -> (line.contains("Alpha") ? "19/10" : "20/07") + "/2023," + line)
                        .map(line -> line.replace(",Alpha,", ",ALPHA,"))
                        .toList())));
    return folder;
  }

  static Path previous(Path folder) {
    return plain(folder, PREVIOUS_CONSTITUENCIES, PREVIOUS_CANDIDACIES);
  }

  static Path notional(Path folder) {
    write(folder, "notional.csv", lines(NOTIONAL));
    return folder.resolve("notional.csv");
  }

  static Path clock(Path folder, String header, String... rows) {
    write(folder, "clock.csv", lines(concat(header, List.of(rows))));
    return folder.resolve("clock.csv");
  }

  static List<String> changed(List<String> lines, int index, UnaryOperator<String> change) {
    String before = lines.get(index);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalArgumentException("nothing changes in " + before);
    }
    return IntStream.range(0, lines.size())
        .mapToObj(i -> i == index ? after : lines.get(i))
        .toList();
  }

  private static String withoutTime(String line) {
    return line.replaceFirst("13/12/2019 \\d\\d:\\d\\d", "");
  }

  private static List<String> concat(String header, List<String> rows) {
    return Stream.concat(Stream.of(header), rows.stream()).toList();
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
  }

  static void write(Path folder, String file, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
