package electionnight.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.domain.ElectionId;
import electionnight.domain.SeatId;
import electionnight.wire.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IntakeSourcesTest {
  private static final String TOKEN = "correct-horse-battery-staple";
  private static final String NEXT = "a-token-that-comes-after-it";
  private static final String HASH = Sha256.hex(TOKEN.getBytes(StandardCharsets.UTF_8));
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "DESK_TOKEN", TOKEN, "POOR", "hunter2", "EMPTY", " ", "MARKED", "\uFEFFhunter2" + TOKEN);

  @TempDir private Path folder;

  @Test
  void aSourceIsReadWithAllItsRights() throws IOException {
    Files.writeString(folder.resolve("pa.token"), TOKEN + "\n" + NEXT + "\n");

    IntakeSources sources =
        read(
            "[{'id':'pa','tokenFile':'pa.token','kinds':['declarations','holds'],"
                + "'elections':['general-election-2024'],'seats':['E14000813'],"
                + "'declaresAs':['PA','PA Media'],'requestsPerSecond':7,'burst':70}]");

    IntakeSource source = sources.of("Bearer " + TOKEN).orElseThrow();
    assertThat(sources.of("Bearer " + NEXT)).hasValue(source);
    assertThat(source.id()).isEqualTo("pa");
    assertThat(source.kinds()).containsExactlyInAnyOrder(Intake.DECLARATIONS, Intake.HOLDS);
    assertThat(source.elections()).containsExactly(new ElectionId("general-election-2024"));
    assertThat(source.seats()).containsExactly(new SeatId("E14000813"));
    assertThat(source.declaresAs()).containsExactlyInAnyOrder("PA", "PA Media");
    assertThat(source.requestsPerSecond()).isEqualTo(7);
    assertThat(source.burst()).isEqualTo(70);
  }

  @Test
  void aSourceThatSaysLittleMayOnlyDeclareInItsOwnNameAndHasALimit() throws IOException {
    for (String token :
        new String[] {"'tokenSha256':'" + HASH + "'", "'tokenEnvironment':'DESK_TOKEN'"}) {
      IntakeSource source = read("[{'id':'pa'," + token + "}]").of("Bearer " + TOKEN).orElseThrow();

      assertThat(source.kinds()).containsExactly(Intake.DECLARATIONS);
      assertThat(source.declaresAs()).containsExactly("pa");
      assertThat(source.requestsPerSecond()).isEqualTo(50);
      assertThat(source.burst()).isEqualTo(500);
      assertThat(source.toString()).doesNotContain(TOKEN).doesNotContain(HASH);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer " + NEXT, "Bearer", "Bearer ", TOKEN, "Basic " + TOKEN})
  void anotherTokenIsNobodys(String authorization) throws IOException {
    assertThat(read("[{'id':'pa','tokenSha256':'" + HASH + "'}]").of(authorization)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "'id':'PA' | id is \"PA\", expected 1 to 64 lower case letters, digits and hyphens",
        "'id':'replay' | id is \"replay\", expected another name than decision, folder, lines,",
        "'token':'x' | has a field 'token', expected only id, tokenFile, tokenEnvironment,",
        "'kinds':['seats'] | kinds is [\"seats\"], expected a list of declarations, confirmations,",
        "'kinds':[] | kinds is [], expected a list of",
        "'elections':['GE'] | elections is [\"GE\"], expected a list of ids",
        "'seats':'E14000813' | seats is \"E14000813\", expected a list of ids",
        "'declaresAs':'PA' | declaresAs is \"PA\", expected a list of names such as [\"PA\"]",
        "'declaresAs':[] | declaresAs is [], expected a list of names",
        "'declaresAs':['PA '] | declaresAs is [\"PA \"], expected a list of names",
        "'declaresAs':['P\u200BA'] | expected a list of names",
        "'requestsPerSecond':0 | requestsPerSecond is 0, expected a whole number from 1 to 10000",
        "'requestsPerSecond':1.5 | requestsPerSecond is 1.5, expected a whole number",
        "'burst':'many' | burst is \"many\", expected a whole number from 1 to 100000",
        "'tokenFile':'pa.token' | needs one of tokenFile, tokenEnvironment, tokenSha256"
      })
  void whatIsWrongIsOneSentenceThatNamesTheField(String fields, String expected) {
    String id = fields.contains("'id'") ? "" : "'id':'pa',";

    assertThatThrownBy(() -> read("[{" + id + fields + ",'tokenEnvironment':'DESK_TOKEN'}]"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("The sources file " + folder.resolve("tokens.json"))
        .hasMessageContaining("source 1 '")
        .hasMessageContaining(expected)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "'tokenEnvironment':'POOR' | tokenEnvironment is \"POOR\", expected tokens in it, each of 16",
        "'tokenEnvironment':'MARKED' | is \"MARKED\", expected tokens in it, each of 16 characters",
        "'tokenEnvironment':'EMPTY' | tokenEnvironment is \"EMPTY\", expected tokens in it",
        "'tokenEnvironment':'NONE' | tokenEnvironment is \"NONE\", expected an environment variable",
        "'tokenEnvironment':'hunter2' | tokenEnvironment is \"…\", expected an environment variable",
        "'tokenFile':'hunter2' | tokenFile is \"…\", expected a file that can be read",
        "'tokenFile':'hunter2/Zm9v+YmFyYmF6' | tokenFile is \"…\", expected a file that can be read",
        "'tokenFile':'/hunter2+Zm9vYmFyYmF6Cg==' | tokenFile is \"…\", expected a file that can be",
        "'tokenFile':'eyJhbGci.hunter2.Zm9vYmFyYmF6' | tokenFile is \"…\", expected a file that can",
        "'tokenFile':['hunter2','no.token'] | tokenFile is \"…\", expected a text",
        "'tokenEnvironment':'HUNTER2JBSWY3DPEHPK3PXP' | tokenEnvironment is \"…\", expected an envi",
        "'tokenEnvironment':'NO_TOKEN_OF_THE_DESK' | is \"NO_TOKEN_OF_THE_DESK\", expected an envi",
        "'tokenFile':'no.token' | tokenFile is \"no.token\", expected a file that can be read",
        "'tokenSha256':'hunter2' | tokenSha256 is \"…\", expected the SHA-256 of a token, 64 hex"
      })
  void aTokenIsNeverTold(String field, String expected) {
    assertThatThrownBy(() -> read("[{'id':'pa'," + field + "}]"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(expected)
        .message()
        .doesNotContainIgnoringCase("hunter2");
  }

  @Test
  void twoSourcesMayNotHaveOneTokenOrOneId() {
    String pa = "{'id':'pa','tokenSha256':'" + HASH + "'}";
    String desk = "{'id':'desk','tokenEnvironment':'DESK_TOKEN'}";

    assertThatThrownBy(() -> read("[" + pa + "," + desk + "]"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("gives 'pa' and 'desk' the same token");
    assertThatThrownBy(() -> read("[" + pa + "," + pa + "]"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "source 2 'pa': id is \"pa\", expected an id that no other source has");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "5", "[{]", "[5]", "[{}]"})
  void whatIsNoListOfSourcesIsOneSentence(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("The sources file ")
        .hasMessageEndingWith(".");
  }

  private IntakeSources read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("tokens.json"), text.replace('\'', '"'));
    return IntakeSources.in(file, ENVIRONMENT::get);
  }
}
