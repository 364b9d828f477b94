package electionnight.producer.progress;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Declaration;
import electionnight.domain.PartyCode;
import electionnight.domain.Status;
import electionnight.producer.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgressTest {
  private static final Instant AT = Instant.parse("2023-10-20T01:30:00Z");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong now = new AtomicLong();

  @Test
  void plainLinesComeAtMostOnceASecondAndShowTheLastStateAtTheEnd() {
    Progress progress = new PlainLines(out::println, now::get);
    progress.expect(4);

    at(1000).declared(progress, "Tamworth");
    at(1400).declared(progress, "Mid Bedfordshire");
    at(2000).declared(progress, "Selby and Ainsty");
    at(2500).declared(progress, "Somerton and Frome");
    progress.end();
    progress.end();

    assertThat(text().lines())
        .containsExactly(
            "Declared 1 of 4 (1.0/s), last Tamworth: Sarah Edwards (Lab)",
            "Declared 3 of 4 (1.5/s), last Selby and Ainsty: Sarah Edwards (Lab)",
            "Declared 4 of 4 (1.6/s), last Somerton and Frome: Sarah Edwards (Lab)");
  }

  @Test
  void theRefreshedLineIsWrittenOverItselfAndFitsATerminal() {
    Progress progress = new RefreshedLine(out, now::get);

    at(1000).declared(progress, "Tamworth");
    at(2000).declared(progress, "A seat with a name as long as no seat has ever had a name");
    progress.note("A note.");
    progress.end();

    assertThat(text().replaceAll("\u001b\\[\\?7[lh]", "").split("\r\u001b\\[J", -1))
        .containsExactly(
            "",
            "Declared 1 (1.0/s), last Tamworth: Sarah Edwards (Lab)",
            "Declared 2 (1.0/s), last A seat with a name as long as no seat has ever had a …",
            "A note.\n"
                + "Declared 2 (1.0/s), last A seat with a name as long as no seat has ever had a …\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUSH      | Sarah Edwards | Lab | Sarah Edwards, rushed",
        "RUSH      |               | Lab | Lab, rushed",
        "RECOUNT   |               |     | recount",
        "WITHDRAWN |               |     | withdrawn"
      })
  void aWordWithoutVotesIsShownForWhatItIs(
      Status status, String winner, String party, String shown) {
    Declaration full = Samples.tamworth(AT);
    Declaration word =
        new Declaration(
            full.election(),
            full.seat(),
            1,
            status,
            AT,
            "test",
            Optional.empty(),
            Optional.ofNullable(winner),
            Optional.ofNullable(party).map(PartyCode::new),
            List.of(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty());
    Progress progress = new PlainLines(out::println, now::get);

    progress.declared("Tamworth", word);

    assertThat(text()).isEqualTo("Declared 1, last Tamworth: " + shown + "\n");
  }

  @Test
  void whatComesFromOutsideCannotSteerTheTerminal() {
    Progress progress = new PlainLines(out::println, now::get);

    progress.note("x is '\u001b[2J\n', expected a number");

    assertThat(text()).isEqualTo("x is '\uFFFD[2J\uFFFD', expected a number\n");
  }

  private ProgressTest at(long millis) {
    now.set(Duration.ofMillis(millis).toNanos());
    return this;
  }

  private void declared(Progress progress, String seat) {
    progress.declared(seat, Samples.tamworth(AT));
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
