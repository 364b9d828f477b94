package electionnight.producer.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import electionnight.cli.UserError;
import electionnight.domain.Alert;
import electionnight.domain.Alert.Kind;
import electionnight.domain.Contest;
import electionnight.domain.Measure;
import electionnight.domain.RecordBook;
import electionnight.domain.RecordEntry;
import electionnight.domain.RecordScope;
import electionnight.testing.FoldedNight;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordBooksTest {
  private static final LocalDate MID_BEDFORDSHIRE = LocalDate.parse("2023-10-19");
  private static final LocalDate LATER = LocalDate.parse("2024-12-31");
  private static final String ENTRIES =
      """
      contest,measure,name,date,value,source,as_of
      BY_ELECTION,SWING,Bermondsey,1983-02-24,44.2,a list,2024-05-02
      """;
  private static final String SCOPES =
      """
      contest,measure,since,complete_from,source,as_of
      BY_ELECTION,SWING,1945-07-26,34.0,a list,2024-05-02
      """;

  @Test
  void aRecordIsNotInTheBookOnItsOwnDay() {
    assertThat(names(MID_BEDFORDSHIRE))
        .startsWith("Tiverton and Honiton", "Liverpool Wavertree")
        .doesNotContain("Mid Bedfordshire", "Tamworth", "Wellingborough");
    assertThat(names(MID_BEDFORDSHIRE.plusDays(1)))
        .startsWith("Mid Bedfordshire", "Tiverton and Honiton");
  }

  @ParameterizedTest
  @EnumSource(Measure.class)
  void theBookIsInOrder(Measure measure) {
    assertThat(figures(measure)).isNotEmpty().isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void theBookSupportsNoMoreThanItsLists() {
    Optional<LocalDate> since = Optional.of(LocalDate.parse("1945-07-26"));

    assertThat(RecordBooks.before(Contest.BY_ELECTION, LATER).scopes())
        .extracting(RecordScope::measure, RecordScope::since, RecordScope::completeFrom)
        .containsExactlyInAnyOrder(
            tuple(Measure.MAJORITY_OVERTURNED, Optional.empty(), new BigDecimal("23927")),
            tuple(Measure.MAJORITY_OVERTURNED, since, new BigDecimal("20000")),
            tuple(Measure.SWING, since, new BigDecimal("34.0")));
  }

  @Test
  void byElectionsKeepTheirOwnBook() {
    assertThat(RecordBooks.before(Contest.GENERAL_ELECTION, LATER)).isEqualTo(RecordBook.EMPTY);
  }

  @Test
  void aScopeThatHadNotBegunIsNotSeen() {
    assertThat(RecordBooks.before(Contest.BY_ELECTION, LocalDate.parse("1945-07-26")).scopes())
        .extracting(RecordScope::since)
        .containsExactly(Optional.empty());
  }

  @Test
  void midBedfordshireIsTheBiggestOfAllAndTamworthHasNoPlace() {
    FoldedNight night = Played.byTheRules(BundledNights.open("by-elections-2023-10-19"));

    Alert midBedfordshire = biggest(night, "E14000813");
    assertThat(midBedfordshire.headline())
        .isEqualTo(
            "Labour gain Mid Bedfordshire from the Conservatives, overturning 24,664:"
                + " the biggest at a by-election");
    assertThat(midBedfordshire.facts().record().orElseThrow().beaten().map(RecordEntry::name))
        .contains("Tiverton and Honiton");
    Alert tamworth = biggest(night, "E14000986");
    assertThat(tamworth.headline())
        .isEqualTo(
            "Labour gain Tamworth from the Conservatives, overturning 19,634:"
                + " the biggest majority overturned so far tonight");
    assertThat(tamworth.facts().record()).isEmpty();
  }

  private static Alert biggest(FoldedNight night, String seat) {
    return night
        .alerts()
        .get(
            night.night().election().election()
                + ":"
                + Kind.BIGGEST_MAJORITY_OVERTURNED
                + ":"
                + seat);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          entries | a list     | ''        | entries.csv, line 2, column source: it is empty where who says so is expected.
          entries | 2024-05-02 | ''        | entries.csv, line 2, column as_of: it is empty where the day the source was true, such as 2023-10-19, is expected.
          entries | 2024-05-02 | spring    | entries.csv, line 2, column as_of: 'spring' where the day the source was true, such as 2023-10-19, is expected.
          entries | 1983-02-24 | ''        | entries.csv, line 2, column date: it is empty where a date such as 2023-10-19 is expected.
          entries | 44.2       | 44.2 %    | entries.csv, line 2, column value: '44.2 %' where a figure such as 24664 or 44.2 is expected.
          entries | 44.2       | -44.2     | entries.csv, line 2, column value: '-44.2' where a figure such as 24664 or 44.2 is expected.
          entries | SWING      | TURNOUT   | entries.csv, line 2, column measure: 'TURNOUT' where MAJORITY_OVERTURNED or SWING is expected.
          scopes  | a list     | ''        | scopes.csv, line 2, column source: it is empty where who says so is expected.
          scopes  | 2024-05-02 | ''        | scopes.csv, line 2, column as_of: it is empty where the day the source was true, such as 2023-10-19, is expected.
          scopes  | 1945-07-26 | 1945      | scopes.csv, line 2, column since: '1945' where a date such as 2023-10-19 or nothing is expected.
          scopes  | 34.0       | ''        | scopes.csv, line 2, column complete_from: it is empty where a figure such as 24664 or 44.2 is expected.
          """)
  void aRowThatIsMalformedOrUnsourcedIsRefused(
      String table, String was, String is, String complaint) {
    String entries = table.equals("entries") ? ENTRIES.replace(was, is) : ENTRIES;
    String scopes = table.equals("scopes") ? SCOPES.replace(was, is) : SCOPES;
    assertThat(entries + scopes).isNotEqualTo(ENTRIES + SCOPES);

    assertThatThrownBy(() -> RecordBooks.read(table("entries", entries), table("scopes", scopes)))
        .isInstanceOf(UserError.class)
        .hasMessage(complaint);
  }

  private static CsvTable table(String name, String text) {
    return CsvTable.parse(name + ".csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names(LocalDate pollingDay) {
    return RecordBooks.before(Contest.BY_ELECTION, pollingDay).entries().stream()
        .filter(entry -> entry.measure() == Measure.MAJORITY_OVERTURNED)
        .map(RecordEntry::name)
        .toList();
  }

  private static List<BigDecimal> figures(Measure measure) {
    return RecordBooks.before(Contest.BY_ELECTION, LATER).entries().stream()
        .filter(entry -> entry.measure() == measure)
        .map(RecordEntry::value)
        .toList();
  }
}
