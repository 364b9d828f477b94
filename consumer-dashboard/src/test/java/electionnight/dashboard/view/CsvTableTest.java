package electionnight.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  @Test
  void aTableIsWrittenAsRfc4180HasItAfterAByteOrderMark() {
    CsvTable table = new CsvTable("name", "votes");
    table.text("Ynys Môn").number(12).endRow();
    table.text("a, \"b\"").number(13).endRow();

    assertThat(table.bytes())
        .isEqualTo(
            "\uFEFFname,votes\r\nYnys Môn,12\r\n\"a, \"\"b\"\"\",13\r\n"
                .getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1+1",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\tplain",
        "\rplain",
        " =1+1",
        "\u00A0=1+1",
        "\u202E=1+1",
        "\uFEFF=1+1",
        "\u200B+1",
        "\uFF1D1+1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20SUM",
        "=HYPERLINK(\"http://x\",\n\"y\")",
        "-"
      })
  void noTextBeginsAFormula(String hostile) {
    assertThat(cell(hostile)).isEqualTo("'" + hostile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Smith-Jones",
        "A=B",
        "O'Neill",
        "'tis",
        "7 Dials",
        "<img src=x onerror=alert(1)>",
        "right\u202Eto left",
        "two\r\nlines, \"quoted\"; and\ttabs",
        "\u2028 \u2029 \u0085",
        "\uD83D\uDDF3"
      })
  void otherTextIsLeftAsItIs(String text) {
    assertThat(cell(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u001A", "\uFFFF", "\uD83D"})
  void whatReadersStumbleOverIsReplaced(String forbidden) {
    assertThat(cell("a" + forbidden + "b")).isEqualTo("a\uFFFDb");
    assertThat(cell(forbidden + "=1+1")).isEqualTo("\uFFFD=1+1");
  }

  @Test
  void numbersStayNumbers() {
    CsvTable table = new CsvTable("a", "b", "c", "d", "e", "f", "g");
    table
        .number(-12)
        .number(-1.5)
        .number(0.0001)
        .number(12_345_678.25)
        .number(OptionalInt.of(-7))
        .number(OptionalInt.empty())
        .number(OptionalDouble.empty())
        .endRow();

    assertThat(rows(table.bytes()).get(1))
        .containsExactly("-12", "-1.5", "0.00010", "12345678.25", "-7", "", "");
  }

  private static String cell(String text) {
    CsvTable table = new CsvTable("before", "text", "after");
    table.text("before").text(text).text("after").endRow();
    List<List<String>> rows = rows(table.bytes());
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).hasSize(3).startsWith("before").endsWith("after");
    return rows.get(1).get(1);
  }

  private static List<List<String>> rows(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    return CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
        .map(CsvRecord::getFields)
        .toList();
  }
}
