package electionnight.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.domain.Alert;
import electionnight.domain.ElectionId;
import electionnight.domain.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsFileTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Map<String, String> ENVIRONMENT = Map.of("DESK", SECRET, "POOR", "hunter2");

  @TempDir private Path folder;

  @Test
  void anEndpointIsReadWithAllItsSettings() throws IOException {
    Files.writeString(folder.resolve("desk.secret"), SECRET + "\n" + SECRET + "\n");

    List<Endpoint> endpoints =
        read(
            "[{'id':'desk','url':'https://desk.example/alerts?key=1','secretFile':'desk.secret',"
                + "'elections':['general-election-2024'],'kinds':['SEAT_GAIN','CORRECTION'],"
                + "'modes':['LIVE','TEST'],'from':'earliest'}]");

    Endpoint endpoint = endpoints.get(0);
    assertThat(endpoints).hasSize(1);
    assertThat(endpoint.secrets()).hasSize(2);
    assertThat(endpoint.elections()).containsExactly(new ElectionId("general-election-2024"));
    assertThat(endpoint.kinds())
        .containsExactlyInAnyOrder(Alert.Kind.SEAT_GAIN, Alert.Kind.CORRECTION);
    assertThat(endpoint.modes()).containsExactlyInAnyOrder(Mode.LIVE, Mode.TEST);
    assertThat(endpoint.from()).isEqualTo(Endpoint.Start.EARLIEST);
    assertThat(endpoint.shownUrl()).isEqualTo("https://desk.example/…");
  }

  @Test
  void anEndpointThatSaysLittleGetsAllThatIsNewAndLive() throws IOException {
    Endpoint endpoint =
        read("[{'id':'desk','url':'https://a.b/','secretEnvironment':'DESK'}]").get(0);

    assertThat(endpoint.from()).isEqualTo(Endpoint.Start.LATEST);
    assertThat(endpoint.wants(Alerts.with("mode", "LIVE"))).isTrue();
    assertThat(endpoint.wants(Alerts.with("mode", "REPLAY"))).isFalse();
    assertThat(endpoint.wants(Alerts.with("mode", "TEST"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'url':'http://desk.example/' | url is \"http://desk.example/\", expected an https address",
        "'url':'https://u:p@a.b/?k=1' | url is \"https://…@a.b/…\", expected an https address without",
        "'url':'http://hooks.example/T0/k3y' | url is \"http://hooks.example/…\", expected an https",
        "'url':'http://desk.example:81?k3y' | url is \"http://desk.example:81/…\", expected an https",
        "'url':'hooks.example/T0/B0/k3y' | url is \"…\", expected an https address",
        "'url':'https:/hooks.example/T0/k3y' | url is \"…\", expected an https address",
        "'url':'https:hooks.example/T0/k3y' | url is \"…\", expected an https address",
        "'url':'https://hooks.example k3y' | url is \"…\", expected an https address",
        "'url':['https://hooks.example/k3y'] | url is \"…\", expected a text",
        "'url':5 | url is 5, expected a text",
        "'url':'https://a.b/','id':'Desk' | id is \"Desk\", expected 1 to 64 lower case letters",
        "'url':'https://a.b/','modes':['live'] | modes is [\"live\"], expected a list of LIVE,",
        "'url':'https://a.b/','modes':[] | modes is [], expected a list of LIVE, REPLAY, TEST",
        "'url':'https://a.b/','kinds':'SEAT_GAIN' | kinds is \"SEAT_GAIN\", expected a list of",
        "'url':'https://a.b/','elections':[1] | elections is [1], expected a list of ids",
        "'url':'https://a.b/','from':'now' | from is \"now\", expected earliest or latest",
        "'url':'https://a.b/','election':'x' | has a field 'election', expected only id, url,",
        "'url':'https://a.b/','secretFile':'x' | needs either secretFile or secretEnvironment"
      })
  void whatIsWrongIsOneSentenceThatNamesTheField(String fields, String expected) {
    String id = fields.contains("'id'") ? "" : "'id':'desk',";

    assertThatThrownBy(() -> read("[{" + id + fields + ",'secretEnvironment':'DESK'}]"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("The endpoints file " + folder.resolve("endpoints.json"))
        .hasMessageContaining("endpoint 1 '")
        .hasMessageContaining(expected.replace("\"\"", "\""))
        .hasMessageNotContaining("k3y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "5", "[{]", "[5]", "[{}]", "[{'id':'a'},{'id':'a'}]"})
  void whatIsNoListOfEndpointsIsOneSentence(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(UserError.class).hasMessageEndingWith(".");
  }

  @Test
  void aSecretIsNeverTold() {
    assertThatThrownBy(
            () -> read("[{'id':'desk','url':'https://a.b/','secretEnvironment':'POOR'}]"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("secretEnvironment is \"POOR\", expected secrets in it")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aSecretInTheWrongPlaceIsNotToldEither() {
    assertThatThrownBy(
            () -> read("[{'id':'desk','url':'https://a.b/','secretEnvironment':'" + SECRET + "'}]"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("secretEnvironment is \"whsec_…\", expected an environment variable")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void twoEndpointsMayNotHaveOneId() {
    String desk = "{'id':'desk','url':'https://a.b/','secretEnvironment':'DESK'}";

    assertThatThrownBy(() -> read("[" + desk + "," + desk + "]"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("endpoint 2 'desk': id is \"desk\", expected an id that no other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:9000/", "http://127.0.0.1/x", "http://[::1]:80/"})
  void thisMachineMayBeSpokenToWithoutTls(String url) throws IOException {
    assertThat(read("[{'id':'desk','url':'" + url + "','secretEnvironment':'DESK'}]")).hasSize(1);
  }

  @Test
  void othersMayBeSpokenToWithoutTlsOnlyWhereThatIsAllowed() throws IOException {
    Path file = file("[{'id':'desk','url':'http://desk.example/','secretEnvironment':'DESK'}]");

    assertThat(new EndpointsFile(file, ENVIRONMENT::get, true).read()).hasSize(1);
  }

  private List<Endpoint> read(String text) throws IOException {
    return new EndpointsFile(file(text), ENVIRONMENT::get, false).read();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("endpoints.json"), text.replace('\'', '"'));
  }
}
