package electionnight.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.dashboard.TailedDashboard;
import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.testing.FakeLog;
import electionnight.dashboard.testing.RunningDashboard;
import electionnight.dashboard.testing.SmallGeneralElection;
import electionnight.domain.Alert;
import electionnight.domain.Seat;
import electionnight.domain.SeatReport;
import electionnight.domain.Status;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that go on air and the flat tables beside them. */
class OverlaysTest {
  private static final String HOSTILE = "<img src=x>\u202Eevil\nMôn " + "x".repeat(10_000);

  private final ANight night = ANight.of("october");
  private final Seat tamworth = night.seat("E14000986", "Tamworth");
  private final Seat midBedfordshire = night.seat("E14000813", "Mid Bedfordshire");
  private TailedDashboard tailed;
  private RunningDashboard http;
  private long revision = 1;

  @BeforeEach
  void givenANightWithADeclaration() {
    tailed =
        TailedDashboard.of(
            new FakeLog()
                .open(night.election(), tamworth, midBedfordshire)
                .update(
                    night.update(1, tamworth, night.alert(tamworth, 1, "Labour gain Tamworth"))));
    http = tailed.http;
  }

  @AfterEach
  void close() {
    tailed.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/overlay/bug", "/overlay/ticker", "/overlay/lower-third", "/embed"})
  void eachPageIsServedUnderItsOwnPath(String path) {
    HttpResponse<byte[]> page = http.get(path);

    assertThat(page.statusCode()).as(path).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
  }

  @Test
  void theTickersTableHasADeclarationARowReadyToPrint() {
    JsonNode row = onlyRow("ticker");

    assertThat(row.get("text").textValue())
        .isEqualTo("Tamworth: Labour gain from the Conservatives, majority 1,000");
    assertThat(row.get("partyColour").textValue()).isEqualTo("#E4003B");
    assertThat(row.get("partyInk").textValue()).isEqualTo("#FFFFFF");
    assertThat(row.get("fromName").textValue()).isEqualTo("Conservative");
    assertThat(row.get("majority").intValue()).isEqualTo(1_000);
    assertThat(row.get("time").textValue()).isEqualTo("22:00");
    assertThat(row.get("mark").textValue()).as("the mark of a rehearsal").isEqualTo("TEST");
  }

  @Test
  void theBugsTableIsOneRowWithAPlaceForEachParty() {
    JsonNode row = onlyRow("bug");

    assertThat(row.get("declaredText").textValue()).isEqualTo("1 of 3 declared");
    assertThat(row.get("toCome").intValue()).isEqualTo(2);
    assertThat(row.get("majorityLine").textValue()).as("the line of by-elections").isEmpty();
    assertThat(row.has("party8Seats")).as("the last place").isTrue();
  }

  @Test
  void theBugOfAGeneralElectionCountsToTheLine() {
    SmallGeneralElection small = new SmallGeneralElection();
    small.publishTo(tailed.log);
    String path = "/overlay/bug.json?night=" + small.id();
    await("the small night")
        .untilAsserted(
            () -> {
              assertThat(http.get(path).statusCode()).isEqualTo(200);
              assertThat(http.json(path).get(0).get("revision").longValue()).isEqualTo(1);
            });

    JsonNode row = http.json(path).get(0);

    assertThat(row.get("party1").textValue()).isEqualTo("Con");
    assertThat(row.get("party1Seats").intValue()).isEqualTo(1);
    assertThat(row.get("majorityLine").intValue()).isEqualTo(2);
    assertThat(row.get("toGo").intValue()).isEqualTo(1);
    assertThat(row.get("party2").textValue()).as("an empty place").isEmpty();
  }

  @Test
  void whatIsInDoubtIsInNoTable() {
    List<SeatReport> doubts =
        List.of(
            night.checked(tamworth, "first and second as in Mid Bedfordshire"),
            night.held(tamworth, "the desk", "two agencies differ"),
            night.announced(tamworth, Status.RECOUNT, "12 votes apart"),
            night.announced(tamworth, Status.WITHDRAWN, "a ward was left out"));
    for (SeatReport doubt : doubts) {
      report(doubt);
      assertThat(rows("ticker")).as("declarations of %s", doubt).isEmpty();
      assertThat(rows("lower-third")).as("alerts of %s", doubt).isEmpty();
    }

    report(night.declared(revision + 1, tamworth));

    assertThat(rows("ticker")).hasSize(1);
    assertThat(rows("lower-third")).hasSize(1);
  }

  @Test
  void aResultThatStandsWhileAnotherIsCheckedIsInNoTable() {
    SeatReport declared = night.declared(1, tamworth);
    report(
        night.report(
            tamworth,
            declared.result(),
            declared.announced(),
            night.checked(tamworth, "too early").checking(),
            declared.held()));

    assertThat(rows("ticker")).isEmpty();
    assertThat(rows("lower-third")).isEmpty();
  }

  @Test
  void anAmendedAlertIsACorrectionWithOldAndNewAndAWithdrawnOneIsGone() {
    Alert issued = night.alert(tamworth, 1, "Labour gain Tamworth, majority 1,000");
    report(night.declared(2, tamworth), amended(issued, Alert.State.AMENDED, 2));

    JsonNode row = onlyRow("lower-third");

    assertThat(row.get("correction").textValue()).isEqualTo("Correction");
    assertThat(row.get("figure").textValue()).isEqualTo("majority");
    assertThat(row.get("was").textValue()).isEqualTo("1,316");
    assertThat(row.get("now").textValue()).isEqualTo("1,000");

    report(night.declared(3, tamworth), amended(issued, Alert.State.WITHDRAWN, 3));

    assertThat(rows("lower-third")).isEmpty();
  }

  @Test
  void everyMemberIsATextOrANumberAndEveryRowHasTheSame() {
    report(night.declared(2, midBedfordshire));

    for (String overlay : List.of("bug", "ticker", "lower-third")) {
      List<List<String>> members = new ArrayList<>();
      for (JsonNode row : rows(overlay)) {
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        members.add(names);
        assertThat(row)
            .as(overlay)
            .allSatisfy(value -> assertThat(value.isTextual() || value.isInt()).isTrue());
      }
      assertThat(members).as(overlay).isNotEmpty().containsOnly(members.get(0));
    }
  }

  @Test
  void whatOthersWroteIsOneShortLineThatTurnsNothingAround() {
    report(night.declared(2, night.seat("E14000986", HOSTILE)));

    assertThat(onlyRow("ticker").get("name").textValue())
        .startsWith("<img src=x>evil Môn x")
        .hasSize(200)
        .endsWith("…");
  }

  @Test
  void aTableThatIsHeldIsNotSentAgain() {
    String etag = http.get("/overlay/bug.json").headers().firstValue("ETag").orElseThrow();

    assertThat(http.get("/overlay/bug.json", "If-None-Match", etag).statusCode()).isEqualTo(304);

    report(night.declared(2, midBedfordshire));

    assertThat(http.get("/overlay/bug.json", "If-None-Match", etag).statusCode()).isEqualTo(200);
  }

  @Test
  void anUnknownNightIsNamed() {
    HttpResponse<byte[]> response = http.get("/overlay/bug.json?night=none");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(RunningDashboard.parse(response.body()).get("detail").textValue())
        .isEqualTo("There is no night 'none'.");
  }

  private void report(SeatReport report, Alert... alerts) {
    revision++;
    tailed.log.update(night.update(revision, List.of(report), alerts));
    await("revision " + revision)
        .until(() -> onlyRow("bug").get("revision").longValue() == revision);
  }

  private static Alert amended(Alert issued, Alert.State state, int revision) {
    Alert.Facts facts = issued.facts();
    Alert.Facts was =
        new Alert.Facts(
            facts.party(),
            facts.from(),
            OptionalInt.of(1_316),
            facts.overturned(),
            facts.swing(),
            facts.basis(),
            facts.record(),
            facts.seats(),
            facts.majorityLine(),
            facts.heldSince(),
            facts.tiedAt(),
            facts.changes());
    return new Alert(
        issued.id(),
        issued.kind(),
        state,
        revision,
        issued.election(),
        issued.mode(),
        issued.seat(),
        issued.name(),
        issued.at(),
        issued.headline(),
        facts,
        Optional.of("misread"),
        Optional.of(was),
        issued.receipt());
  }

  private JsonNode onlyRow(String overlay) {
    JsonNode rows = rows(overlay);
    assertThat(rows).as(overlay).hasSize(1);
    return rows.get(0);
  }

  private JsonNode rows(String overlay) {
    return http.json("/overlay/" + overlay + ".json?night=october");
  }
}
