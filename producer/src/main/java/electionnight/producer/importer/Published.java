package electionnight.producer.importer;

import electionnight.cli.UserError;
import electionnight.domain.SeatId;
import electionnight.producer.night.CsvRow;
import electionnight.producer.night.CsvTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The columns of the House of Commons Library's result files, and how their cells are read. */
final class Published {
  static final String ELECTION_DATE = "Election date";
  static final String ONS_ID = "ONS ID";
  static final String NAME = "Constituency name";
  static final String REGION = "Region name";
  static final String NATION = "Country name";
  static final String TIME = "Declaration time";
  static final String MEMBER_FIRST_NAME = "Member first name";
  static final String MEMBER_SURNAME = "Member surname";
  static final String RESULT = "Result";
  static final String FIRST_PARTY = "First party";
  static final String SECOND_PARTY = "Second party";
  static final String ELECTORATE = "Electorate";
  static final String VALID_VOTES = "Valid votes";
  static final String INVALID_VOTES = "Invalid votes";
  static final String MAJORITY = "Majority";
  static final String PARTY_NAME = "Party name";
  static final String PARTY_ABBREVIATION = "Party abbreviation";
  static final String EC_ID = "Electoral Commission party ID";
  static final String MNIS_ID = "MNIS party ID";
  static final String CANDIDATE_FIRST_NAME = "Candidate first name";
  static final String CANDIDATE_SURNAME = "Candidate surname";
  static final String VOTES = "Votes";

  /** Parties with a column of their own that has had the same place and meaning in every file. */
  static final List<String> PARTY_COLUMNS =
      List.of("Con", "Lab", "LD", "Green", "SNP", "PC", "DUP", "SF", "SDLP", "UUP", "APNI");

  // The order of the columns in files without a header.
  private static final List<String> CONSTITUENCY_COLUMNS =
      List.of(
          ONS_ID,
          "ONS region ID",
          NAME,
          "County name",
          REGION,
          NATION,
          "Constituency type",
          TIME,
          MEMBER_FIRST_NAME,
          MEMBER_SURNAME,
          "Member gender",
          RESULT,
          FIRST_PARTY,
          SECOND_PARTY,
          ELECTORATE,
          VALID_VOTES,
          INVALID_VOTES,
          MAJORITY,
          "Con",
          "Lab",
          "LD",
          // UKIP in 2017, the Brexit Party in 2019, Reform UK since.
          "UKIP, Brexit Party or Reform UK",
          "Green",
          "SNP",
          "PC",
          "DUP",
          "SF",
          "SDLP",
          "UUP",
          "APNI",
          "All other candidates",
          "Of which other winner");

  private static final List<String> CANDIDACY_COLUMNS =
      List.of(
          ONS_ID,
          "ONS region ID",
          NAME,
          "County name",
          REGION,
          NATION,
          "Constituency type",
          PARTY_NAME,
          PARTY_ABBREVIATION,
          EC_ID,
          MNIS_ID,
          "Electoral Commission adjunct party ID",
          CANDIDATE_FIRST_NAME,
          CANDIDATE_SURNAME,
          "Candidate gender",
          "Sitting MP",
          "Former MP",
          "Member MNIS ID",
          VOTES,
          "Share",
          "Change");

  private static final List<String> CONSTITUENCY_NEEDED =
      List.of(
          ONS_ID,
          NAME,
          REGION,
          NATION,
          MEMBER_FIRST_NAME,
          MEMBER_SURNAME,
          RESULT,
          FIRST_PARTY,
          SECOND_PARTY,
          ELECTORATE,
          VALID_VOTES,
          INVALID_VOTES,
          MAJORITY);

  private static final List<String> CANDIDACY_NEEDED =
      List.of(
          ONS_ID,
          NAME,
          PARTY_NAME,
          PARTY_ABBREVIATION,
          EC_ID,
          MNIS_ID,
          CANDIDATE_FIRST_NAME,
          CANDIDATE_SURNAME,
          VOTES);

  private static final Map<String, String> OTHER_NAMES =
      Map.of("ONS ID2", ONS_ID, "By-election date", ELECTION_DATE);

  private static final String NOT_KNOWN = "[x]";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.UK).withResolverStyle(ResolverStyle.STRICT);

  private Published() {}

  static List<CsvRow> constituencies(Path folder, Findings findings) {
    return rows(
        folder.resolve("constituencies.csv"), CONSTITUENCY_COLUMNS, CONSTITUENCY_NEEDED, findings);
  }

  static List<CsvRow> candidacies(Path folder, Findings findings) {
    return rows(folder.resolve("candidacies.csv"), CANDIDACY_COLUMNS, CANDIDACY_NEEDED, findings);
  }

  private static List<CsvRow> rows(
      Path file, List<String> columns, List<String> needed, Findings findings) {
    CsvTable table = CsvTable.read(file);
    boolean header = table.first().contains(NAME);
    List<String> names = header ? new ArrayList<>() : columns;
    if (header) {
      table.first().forEach(name -> names.add(OTHER_NAMES.getOrDefault(name, name)));
    } else if (table.first().size() != columns.size()) {
      throw new UserError(
          file
              + ", line 1: it is no header, and as a row it has "
              + table.first().size()
              + " cells where a file without header has "
              + columns.size()
              + ".");
    }
    for (String column : needed) {
      if (!names.contains(column)) {
        throw new UserError(file + ", line 1: the header has no column '" + column + "'.");
      }
    }
    List<CsvRow> rows = table.rows(names, header);
    for (CsvRow row : rows) {
      for (String column : needed) {
        if (!row.raw(column).equals(row.text(column))) {
          findings.oddity(row.where(), "white space around '" + row.text(column) + "' is dropped");
        }
      }
    }
    return rows;
  }

  static SeatId seat(CsvRow row) {
    return row.value(ONS_ID, SeatId::new, "a constituency's code such as E14000813");
  }

  static LocalDate electionDate(CsvRow row) {
    return row.value(
        ELECTION_DATE, text -> LocalDate.parse(text, DATE), "a date such as 19/10/2023");
  }

  /** A count, or nothing where the file says that it is not known. */
  static OptionalInt count(CsvRow row, String column, Findings findings) {
    String text = row.text(column);
    if (text.isEmpty() || text.equals(NOT_KNOWN)) {
      findings.oddity(row.where(), "column " + column + " is not known");
      return OptionalInt.empty();
    }
    return OptionalInt.of(row.count(column));
  }

  static Affiliation affiliation(CsvRow row) {
    return new Affiliation(
        code(row.required(PARTY_ABBREVIATION, "a party's abbreviation")),
        row.text(PARTY_NAME),
        row.text(MNIS_ID),
        row.text(EC_ID));
  }

  /** Labour and Co-operative candidates are Labour's. */
  static String code(String abbreviation) {
    return abbreviation.equals("Lab Coop") ? "Lab" : abbreviation;
  }

  /** Rows by constituency, in the order of the file. */
  static Map<SeatId, List<CsvRow>> bySeat(List<CsvRow> rows) {
    Map<SeatId, List<CsvRow>> bySeat = new HashMap<>();
    rows.forEach(row -> bySeat.computeIfAbsent(seat(row), key -> new ArrayList<>()).add(row));
    return bySeat;
  }
}
