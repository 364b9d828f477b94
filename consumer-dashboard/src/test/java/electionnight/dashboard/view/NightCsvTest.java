package electionnight.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.testing.Folding;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Heard;
import electionnight.domain.PartyCode;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Status;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import electionnight.testing.SmallNight;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NightCsvTest {
  private static final Instant AT = Instant.parse("2024-07-04T22:00:00Z");

  private final Election election = SmallNight.election(Contest.GENERAL_ELECTION, 9);
  private final FoldedNight folded = new FoldedNight();

  @Test
  void aSeatThatHasAResultIsARow() {
    given(
        SmallNight.seat("A", "Con 100, Lab 90"),
        SmallNight.seat("B", "Lab 100, Con 90"),
        SmallNight.seat("C", "Con 100, Lab 90"));
    folded.apply(SmallNight.declaration("A", 60, "Lab 600, Con 300, LD 100"));
    folded.apply(SmallNight.correction("A", 60, 2, "miscounted", "Lab 700, Con 300"));
    folded.apply(SmallNight.declaration("B", 61, "Lab 600, Con 400"));
    folded.apply(SmallNight.declaration("C", 62, "Lab 600, Con 400"));
    folded.apply(SmallNight.withdrawal("C", 63, 2, "the wrong seat"));

    List<NamedCsvRecord> rows = rows(NightCsv.results(view()));

    assertThat(rows).extracting(row -> row.getField("seat")).containsExactly("B", "A");
    assertThat(rows.get(1).getFieldsAsMap())
        .containsExactly(
            cell("seat", "A"),
            cell("name", "Seat A"),
            cell("region", ""),
            cell("status", "CORRECTED"),
            cell("revision", "2"),
            cell("declared_at", "2024-07-04T22:00:00Z"),
            cell("winner", "Lab"),
            cell("party", "Lab"),
            cell("majority", "400"),
            cell("outcome", "GAIN"),
            cell("from", "Con"),
            cell("overturned", "10"),
            cell("swing", "22.6316"),
            cell("turnout", "1.4286"),
            cell("electorate", "70000"),
            cell("valid_votes", "1000"),
            cell("invalid_votes", ""),
            cell("basis", "LAST_GENERAL"),
            cell("swing_method", "BUTLER"),
            cell("swing_from", "Con"),
            cell("swing_to", "Lab"),
            cell("mode", "TEST"));
    assertThat(rows.get(0).getField("outcome")).isEqualTo("HOLD");
    assertThat(rows.get(0).getField("from")).isEqualTo("Lab");
    assertThat(rows.get(0).getField("overturned")).isEmpty();
  }

  @Test
  void whatIsNotKnownOfARushIsEmpty() {
    given(SmallNight.seat("A", "Con 100, Lab 90"));
    folded.apply(rush("A", "Lab"));

    List<NamedCsvRecord> rows = rows(NightCsv.results(view()));

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).getField("status")).isEqualTo("RUSH");
    assertThat(rows.get(0).getField("outcome")).isEqualTo("GAIN");
    assertThat(
            Stream.of("winner", "majority", "swing", "turnout", "valid_votes", "swing_method")
                .map(rows.get(0)::getField))
        .containsOnly("");
    assertThat(rows(NightCsv.candidates(view()))).isEmpty();
  }

  @Test
  void aCandidateOfAResultIsARow() {
    given(SmallNight.seat("A", "Con 100, Lab 100"));
    folded.apply(SmallNight.declaration("A", 60, "Con 300, Lab 600, LD 100"));

    List<NamedCsvRecord> rows = rows(NightCsv.candidates(view()));

    assertThat(rows)
        .extracting(row -> row.getField("candidate"))
        .containsExactly("Lab", "Con", "LD");
    assertThat(rows.get(1).getFieldsAsMap())
        .containsExactly(
            cell("seat", "A"),
            cell("name", "Seat A"),
            cell("region", ""),
            cell("status", "DECLARED"),
            cell("revision", "1"),
            cell("place", "2"),
            cell("candidate", "Con"),
            cell("party", "Con"),
            cell("votes", "300"),
            cell("share", "30.0"),
            cell("share_change", "-20.0"),
            cell("mode", "TEST"));
    assertThat(rows.get(2).getField("share_change")).as("of who did not stand before").isEmpty();
  }

  @Test
  void aPartyIsARowThatSaysOfWhichNightItIs() {
    given(SmallNight.seat("A", "Con 100, Lab 90"));
    folded.apply(SmallNight.declaration("A", 60, "Lab 600, Con 400"));

    List<NamedCsvRecord> rows = rows(NightCsv.scoreboard(view()));

    assertThat(rows).hasSameSizeAs(folded.scoreboard().parties());
    assertThat(rows).extracting(row -> row.getField("party")).startsWith("Lab", "Con");
    assertThat(rows.get(0).getFieldsAsMap())
        .containsEntry("name", "Lab")
        .containsEntry("seats", "1")
        .containsEntry("gains", "1")
        .containsEntry("net", "1")
        .containsEntry("votes", "600")
        .containsEntry("share", "60.0");
    assertThat(rows.get(1).getField("net")).isEqualTo("-1");
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.getField("revision")).isEqualTo("1");
              assertThat(row.getField("mode")).isEqualTo("TEST");
              assertThat(row.getField("basis")).isEqualTo("LAST_GENERAL");
            });
  }

  @Test
  void noNameIsTakenForAFormulaOrForAnotherCell() {
    ANight night = ANight.of("october");
    Seat seat = night.seat("A", "+Tamworth,\"\r\n=1+1");
    NightFold fold = Folding.fold();
    fold.put(night.election(), new Heard(ANight.electionRecord(0), AT));
    Folding.apply(
        fold,
        night.update(
            1,
            List.of(
                night.declared(
                    1, seat, "=cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>\u0000\u202E"))),
        AT);
    NightView view = fold.view().orElseThrow();

    assertThat(rows(NightCsv.results(view)))
        .extracting(row -> row.getField("name"), row -> row.getField("winner"))
        .containsExactly(tuple("'+Tamworth,\"\r\n=1+1", "'=cmd|' /C calc'!A0"));
    assertThat(rows(NightCsv.candidates(view)))
        .extracting(row -> row.getField("candidate"))
        .containsExactly("'=cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>\uFFFD\u202E");
  }

  static Stream<GeneratedNight> nights() {
    return LongStream.range(0, 30).mapToObj(GeneratedNight::of);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void theTablesHaveWhatTheViewHas(GeneratedNight generated) {
    FoldedNight whole = FoldedNight.of(generated).applyAll(generated.words());
    NightFold fold = Folding.fold();
    fold.put(generated.election(), new Heard(whole.night().reference(), AT));
    whole.updates().forEach(update -> Folding.apply(fold, update, AT));
    NightView view = fold.view().orElseThrow();

    assertThat(sum(rows(NightCsv.results(view)), "valid_votes"))
        .isEqualTo(view.scoreboard().validVotes());
    assertThat(sum(rows(NightCsv.candidates(view)), "votes"))
        .isEqualTo(view.scoreboard().validVotes());
    assertThat(sum(rows(NightCsv.scoreboard(view)), "votes"))
        .isEqualTo(view.scoreboard().validVotes());
    assertThat(rows(NightCsv.results(view)))
        .hasSize(view.scoreboard().declared() + view.scoreboard().rushed());
  }

  private static long sum(List<NamedCsvRecord> rows, String column) {
    return rows.stream()
        .map(row -> row.getField(column))
        .filter(cell -> !cell.isEmpty())
        .mapToLong(Long::parseLong)
        .sum();
  }

  private void given(Seat... seats) {
    folded.apply(election);
    folded.applyAll(List.of(seats));
  }

  private NightView view() {
    NightFold fold = Folding.fold();
    fold.put(election, new Heard(folded.night().reference(), AT));
    folded.updates().forEach(update -> Folding.apply(fold, update, AT));
    return fold.view().orElseThrow();
  }

  private static Declaration rush(String seat, String party) {
    return new Declaration(
        SmallNight.ID,
        new SeatId(seat),
        1,
        Status.RUSH,
        AT,
        "a test",
        Optional.empty(),
        Optional.empty(),
        Optional.of(new PartyCode(party)),
        List.of(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static Map.Entry<String, String> cell(String column, String value) {
    return Map.entry(column, value);
  }

  private static List<NamedCsvRecord> rows(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    return CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream().toList();
  }
}
