package electionnight.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import electionnight.domain.Alert;
import electionnight.domain.Alert.Kind;
import electionnight.domain.Alert.State;
import electionnight.domain.Cause;
import electionnight.domain.Confirmation;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Hold;
import electionnight.domain.Query;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.domain.Receipt;
import electionnight.domain.Result;
import electionnight.domain.Rules;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Status;
import electionnight.domain.Update;
import electionnight.testing.SmallNight;
import electionnight.wire.Inputs;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a result may go through in a night, on the topics. */
class NightLifeTest {
  private static final SeatId ASHBY = new SeatId("ASHBY");

  @TempDir private Path stateDir;

  private NightDriver driver;

  @BeforeEach
  void start() {
    driver = NightDriver.start("test.", stateDir.resolve("first"));
    driver.hear(SmallNight.election(Contest.BY_ELECTION, 2));
    driver.hear(SmallNight.seat("ASHBY", "Con 20000, Lab 10000"));
    driver.hear(SmallNight.seat("BOSCOMBE", "Con 15000, Lab 12000"));
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void aRushIsDeclaredThenCorrectedThenWithdrawn() {
    driver.hear(SmallNight.rush("ASHBY", 50, 1, "Lab"));
    assertThat(result(driver.update())).hasValueSatisfying(aResult(1, Status.RUSH));
    assertThat(results()).containsExactly("small-night/ASHBY revision 1");

    driver.hear(SmallNight.declaration("ASHBY", 60, 2, "Lab 15000, Con 14000"));
    assertThat(result(driver.update())).hasValueSatisfying(aResult(2, Status.DECLARED));
    assertThat(results()).containsExactly("small-night/ASHBY revision 2");
    List<Alert> declared = driver.alerts();
    assertThat(states(declared, Kind.SEAT_GAIN)).containsExactly(State.ISSUED, State.AMENDED);
    assertThat(states(declared, Kind.CORRECTION)).isEmpty();

    driver.hear(SmallNight.correction("ASHBY", 60, 3, "misread", "Con 15000, Lab 14000"));
    assertThat(result(driver.update())).hasValueSatisfying(aResult(3, Status.CORRECTED));
    assertThat(results()).containsExactly("small-night/ASHBY revision 3");
    List<Alert> corrected = driver.alerts();
    assertThat(states(corrected, Kind.SEAT_GAIN)).containsExactly(State.WITHDRAWN);
    assertThat(states(corrected, Kind.BIGGEST_MAJORITY_OVERTURNED))
        .containsExactly(State.WITHDRAWN);
    assertThat(states(corrected, Kind.CORRECTION)).containsExactly(State.ISSUED);

    driver.hear(SmallNight.withdrawal("ASHBY", 70, 4, "miscounted"));
    Update withdrawn = driver.update();
    assertThat(result(withdrawn)).isEmpty();
    assertThat(withdrawn.seats().get(0).announced())
        .hasValueSatisfying(said -> assertThat(said.status()).isEqualTo(Status.WITHDRAWN));
    assertThat(withdrawn.scoreboard().declared()).isZero();
    assertThat(results()).containsExactly("small-night/ASHBY taken back");
    assertThat(states(driver.alerts(), Kind.CORRECTION)).containsExactly(State.AMENDED);
    assertThat(driver.rejected()).isEmpty();
    assertThat(counted("alerts", "kind", "seat_gain", "state", "withdrawn")).isEqualTo(1);
    assertThat(counted("alerts", "kind", "correction", "state", "amended")).isEqualTo(1);
  }

  @Test
  void aRecountTakesTheRushBackAndEndsWithTheDeclaration() {
    driver.hear(SmallNight.rush("ASHBY", 50, 1, "Lab"));
    driver.hear(SmallNight.recount("ASHBY", 55, 2, "Close"));
    driver.hear(SmallNight.declaration("ASHBY", 60, 3, "Con 15000, Lab 14999"));

    assertThat(driver.updates())
        .extracting(update -> result(update).map(Result::status))
        .containsExactly(Optional.of(Status.RUSH), Optional.empty(), Optional.of(Status.DECLARED));
    assertThat(results())
        .containsExactly(
            "small-night/ASHBY revision 1",
            "small-night/ASHBY taken back",
            "small-night/ASHBY revision 3");
    assertThat(states(driver.alerts(), Kind.RECOUNT)).containsExactly(State.ISSUED, State.AMENDED);
  }

  @Test
  void aSeatThatIsHeldHasNoResultUntilItIsReleased() {
    driver.hear(SmallNight.declaration("ASHBY", 60, "Lab 15000, Con 14000"));
    driver.updates();
    results();
    driver.alerts();

    driver.hear(SmallNight.hold("ASHBY", "the sum is asked after"));
    Update held = driver.update();
    assertThat(result(held)).isEmpty();
    assertThat(held.seats().get(0).held())
        .hasValueSatisfying(hold -> assertThat(hold.reason()).isEqualTo("the sum is asked after"));
    assertThat(held.scoreboard().checking()).containsExactly(ASHBY);
    assertThat(results()).containsExactly("small-night/ASHBY taken back");
    assertThat(states(driver.alerts(), Kind.SEAT_GAIN)).containsExactly(State.WITHDRAWN);

    driver.hear(SmallNight.release("ASHBY", "the sum is right"));
    Update released = driver.update();
    assertThat(result(released)).hasValueSatisfying(aResult(1, Status.DECLARED));
    assertThat(released.scoreboard().checking()).isEmpty();
    assertThat(results()).containsExactly("small-night/ASHBY revision 1");
    assertThat(driver.alerts())
        .filteredOn(alert -> alert.kind() == Kind.SEAT_GAIN)
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.state()).isEqualTo(State.ISSUED);
              assertThat(alert.revision()).isEqualTo(3);
              assertThat(alert.reason()).contains("released by the night editor: the sum is right");
            });
  }

  @Test
  void whileAlertsAreStoppedResultsFlowAndWhatWasHeldComesWhenTheyAreResumed() {
    driver.hear(SmallNight.stop(50, "a wrong call elsewhere"));
    driver.hear(SmallNight.declaration("ASHBY", 60, "Lab 15000, Con 14000"));

    assertThat(driver.updates())
        .extracting(update -> update.scoreboard().alertsStopped().isPresent())
        .containsExactly(true, true);
    assertThat(results()).containsExactly("small-night/ASHBY revision 1");
    assertThat(driver.alerts()).isEmpty();

    driver.hear(SmallNight.resume(70, "they are sound"));

    Update resumed = driver.update();
    assertThat(resumed.seats()).isEmpty();
    assertThat(resumed.scoreboard().alertsStopped()).isEmpty();
    assertThat(results()).isEmpty();
    assertThat(states(driver.alerts(), Kind.SEAT_GAIN)).containsExactly(State.ISSUED);
  }

  @Test
  void receiptsNameTheRecordsByPlaceAndHash() {
    Declaration declared = SmallNight.declaration("ASHBY", 60, "Lab 15000, Con 14000");
    Hold held = SmallNight.hold("ASHBY", "the sum is asked after");

    driver.hear(declared);
    driver.hear(held);

    List<Receipt> receipts = driver.updates().stream().map(Update::receipt).toList();
    Cause election =
        cause(
            "test.seats",
            0,
            MessageType.ELECTION.write(SmallNight.election(Contest.BY_ELECTION, 2)));
    Cause seat =
        cause(
            "test.seats",
            1,
            MessageType.SEAT.write(SmallNight.seat("ASHBY", "Con 20000, Lab 10000")));
    Cause declaration = cause("test.declarations", 0, MessageType.DECLARATION.write(declared));
    assertThat(receipts)
        .containsExactly(
            receipt(declaration, declaration, seat, election),
            receipt(
                cause("test.declarations", 1, MessageType.HOLD.write(held)),
                declaration,
                seat,
                election));
    assertThat(driver.alerts())
        .filteredOn(alert -> alert.kind() == Kind.SEAT_GAIN)
        .extracting(Alert::receipt)
        .containsExactlyElementsOf(receipts);
  }

  @Test
  void theSameFiguresInTwoSeatsAreQueriedUntilAPersonConfirmsThem() {
    givenQueries();
    driver.hear(SmallNight.declaration("BOSCOMBE", 60, "Lab 15000, Con 14000"));
    driver.updates();
    driver.alerts();
    results();

    driver.hear(SmallNight.declaration("ASHBY", 60, "Lab 15000, Con 14000"));

    Update queried = driver.update();
    assertThat(result(queried)).isEmpty();
    assertThat(queried.seats())
        .flatExtracting(report -> report.checking().orElseThrow().queries())
        .extracting(Query::code)
        .containsExactly(Query.Code.SAME_FIGURES);
    assertThat(queried.scoreboard().checking()).containsExactly(ASHBY);
    assertThat(queried.scoreboard().declared()).isEqualTo(1);
    assertThat(results()).containsExactly("small-night/ASHBY taken back");
    assertThat(driver.alerts()).isEmpty();
    assertThat(counted("declarations", "outcome", "queried")).isEqualTo(1);
    assertThat(counted("queries", "code", "same_figures")).isEqualTo(1);

    driver.hear(SmallNight.confirmation("ASHBY", 1));

    Update confirmed = driver.update();
    assertThat(result(confirmed)).hasValueSatisfying(aResult(1, Status.DECLARED));
    assertThat(confirmed.scoreboard().checking()).isEmpty();
    assertThat(results()).containsExactly("small-night/ASHBY revision 1");
    assertThat(states(driver.alerts(), Kind.SEAT_GAIN)).containsExactly(State.ISSUED);
    assertThat(counted("declarations", "outcome", "queried"))
        .as("queried results counted after one was confirmed")
        .isEqualTo(1);
  }

  @Test
  void whatIsQueriedIsBelievedOnceASecondSourceAgrees() {
    givenQueries();
    driver.hear(SmallNight.declaration("BOSCOMBE", 60, "Lab 15000, Con 14000"));
    driver.hear(SmallNight.declaration("ASHBY", 60, "Lab 15000, Con 14000"));
    driver.updates();

    driver.hear(
        SmallNight.from(
            "another desk", SmallNight.declaration("ASHBY", 61, "Con 14000, Lab 15000")));

    Update agreed = driver.update();
    assertThat(result(agreed)).hasValueSatisfying(aResult(1, Status.DECLARED));
    assertThat(agreed.scoreboard().checking()).isEmpty();
  }

  @Test
  void aCorrectionOfTheOtherSeatClearsTheQuery() {
    givenQueries();
    driver.hear(SmallNight.declaration("BOSCOMBE", 60, "Lab 15000, Con 14000"));
    driver.hear(SmallNight.declaration("ASHBY", 60, "Lab 15000, Con 14000"));
    driver.updates();
    results();

    driver.hear(
        SmallNight.correction("BOSCOMBE", 60, 2, "another seat's figures", "Con 16000, Lab 13000"));

    assertThat(driver.update().seats())
        .extracting(report -> report.seat() + " " + report.result().map(Result::revision))
        .containsExactly("BOSCOMBE Optional[2]", "ASHBY Optional[1]");
    assertThat(results())
        .containsExactly("small-night/BOSCOMBE revision 2", "small-night/ASHBY revision 1");
  }

  @Test
  void decisionsOnWhatIsNotThereAreRejected() {
    driver.hear(SmallNight.confirmation("ASHBY", 1));
    driver.hear(
        new Confirmation(
            SmallNight.ID,
            new SeatId("NOWHERE"),
            1,
            "the desk",
            Optional.empty(),
            SmallNight.at(60)));
    driver.hear(
        new Confirmation(
            SmallNight.ID, ASHBY, 1, " ", Optional.of("asked the hall"), SmallNight.at(60)));

    List<Rejected> rejected = driver.rejected();
    assertThat(rejected)
        .flatExtracting(Rejected::reasons)
        .extracting(Reason::code)
        .containsExactly(Code.NOT_QUERIED, Code.UNKNOWN_SEAT, Code.UNEXPLAINED);
    assertThat(MessageType.CONFIRMATION.read(rejected.get(0).originalBytes()).orElseThrow())
        .isEqualTo(SmallNight.confirmation("ASHBY", 1));
    assertThat(driver.updates()).isEmpty();
    assertThat(counted("declarations", "outcome", "rejected")).isEqualTo(3);
  }

  @Test
  void garbledDecisionsAreRejected() {
    String sound =
        new String(
            MessageType.CONFIRMATION.write(SmallNight.confirmation("ASHBY", 1)),
            StandardCharsets.UTF_8);

    hear(Topic.DECLARATIONS, sound.replace("\"revision\":1", "\"revision\":\"one\""));
    hear(Topic.DECLARATIONS, sound.replace("\"confirmation\"", "\"confirmed\""));
    hear(Topic.DECLARATIONS, sound.substring(0, sound.length() - 1));
    hear(Topic.SEATS, sound);

    assertThat(driver.rejected())
        .flatExtracting(Rejected::reasons)
        .extracting(Reason::code, Reason::field)
        .containsExactly(
            tuple(Code.INVALID_FIELD, "revision"),
            tuple(Code.UNSUPPORTED, "type"),
            tuple(Code.UNREADABLE, ""),
            tuple(Code.UNSUPPORTED, "type"));
    assertThat(driver.updates()).isEmpty();
  }

  @Test
  void whoeverTakesOverGoesOnWithTheSameNight() {
    List<Declaration> words =
        List.of(
            SmallNight.rush("ASHBY", 50, 1, "Lab"),
            SmallNight.declaration("ASHBY", 60, 2, "Lab 15000, Con 14000"),
            SmallNight.correction("ASHBY", 60, 3, "misread", "Con 15000, Lab 14000"));
    words.forEach(driver::hear);
    List<Update> uninterrupted = driver.updates();
    driver.close();

    start();
    List<Update> takenOver = new ArrayList<>();
    for (Declaration word : words) {
      driver = driver.takenOver(stateDir.resolve("after-" + word.revision()));
      driver.hear(word);
      takenOver.add(driver.update());
    }

    assertThat(takenOver).containsExactlyElementsOf(uninterrupted);
  }

  @Test
  void anUpdateTooLongForARecordLeavesTheNightAsItWas() {
    int seats = 900;
    for (int i = 0; i < seats; i++) {
      driver.hear(longNamed("S" + i, "Con 20000, Lab 10000"));
    }
    driver.hear(SmallNight.stop(0, "民".repeat(1_000)));
    for (int i = 0; i < seats; i++) {
      driver.hear(SmallNight.declaration("S" + i, 60, "Lab 15000, Con 14000"));
    }
    driver.updates();
    assertThat(driver.rejected()).isEmpty();

    driver.hear(SmallNight.resume(70, "Found the cause"));
    driver.hear(SmallNight.declaration("ASHBY", 60, "Lab 15000, Con 14000"));

    assertThat(driver.rejected())
        .flatExtracting(Rejected::reasons)
        .extracting(Reason::code)
        .containsExactly(Code.FAULT);
    Update next = driver.update();
    assertThat(next.revision()).isEqualTo(seats + 2);
    assertThat(next.scoreboard().declared()).isEqualTo(seats + 1);
    assertThat(next.scoreboard().alertsStopped()).isPresent();
  }

  @Test
  void aNightTooLongForItsChangelogIsLeftAsItWas() {
    driver.hear(
        SmallNight.election(
            Contest.BY_ELECTION, 2, SmallNight.book(List.of()), everyRecordIsNews()));
    List<Rejected> rejected = List.of();
    int accepted = 0;
    for (int i = 0; rejected.isEmpty() && i < 500; i++) {
      driver.hear(longNamed("S" + i, "Con " + (20_000 + 10 * i) + ", Lab 10000"));
      driver.hear(
          SmallNight.correction(
              "S" + i, 600 - i, 1, "民".repeat(1_000), "Lab 15000, Con " + (14_000 + i)));
      accepted = i;
      rejected = driver.rejected();
    }
    driver.updates();

    driver.hear(SmallNight.declaration("ASHBY", 700, "Lab 15000, Con 10000"));

    assertThat(rejected)
        .flatExtracting(Rejected::reasons)
        .extracting(Reason::code)
        .containsExactly(Code.FAULT);
    assertThat(rejected.get(0).reasons().get(0).value()).contains("the store nights");
    Update next = driver.update();
    assertThat(next.revision()).isEqualTo(accepted + 1);
    assertThat(next.scoreboard().declared()).isEqualTo(accepted + 1);
  }

  private static Rules everyRecordIsNews() {
    return new Rules(
        Rules.STANDARD.alerts(),
        Integer.MAX_VALUE,
        0,
        Rules.STANDARD.firstSinceYears(),
        Optional.empty());
  }

  private static Seat longNamed(String code, String baseline) {
    Seat seat = SmallNight.seat(code, baseline);
    return new Seat(
        seat.election(),
        seat.seat(),
        "民".repeat(200),
        seat.region(),
        seat.nation(),
        seat.electorate(),
        seat.hex(),
        seat.candidates(),
        seat.baseline(),
        seat.sitting(),
        seat.heldSince());
  }

  private void givenQueries() {
    driver.hear(
        SmallNight.election(Contest.BY_ELECTION, 2, SmallNight.book(List.of()), Rules.STANDARD));
  }

  private void hear(Topic topic, String message) {
    driver.hear(topic, SmallNight.ID.value(), NightDriver.utf8(message));
  }

  private static Cause cause(String topic, long offset, byte[] value) {
    return Inputs.heard(topic, 0, offset, value, 0).cause();
  }

  private static Receipt receipt(Cause cause, Cause declaration, Cause seat, Cause election) {
    return new Receipt(
        cause,
        Optional.of("a test"),
        OptionalInt.of(1),
        Optional.of(declaration),
        Optional.of(seat),
        election,
        Rules.VERSION);
  }

  private static Optional<Result> result(Update update) {
    SeatReport ashby = update.seats().get(0);
    assertThat(ashby.seat()).isEqualTo(ASHBY);
    return ashby.result();
  }

  private static Consumer<Result> aResult(int revision, Status status) {
    return result -> {
      assertThat(result.revision()).as("revision").isEqualTo(revision);
      assertThat(result.status()).as("status").isEqualTo(status);
    };
  }

  private static List<State> states(List<Alert> alerts, Kind kind) {
    return alerts.stream().filter(alert -> alert.kind() == kind).map(Alert::state).toList();
  }

  /** The records of the topic {@code results} since it was asked last. */
  private List<String> results() {
    return driver.output(Topic.RESULTS).stream().map(NightLifeTest::told).toList();
  }

  private static String told(TestRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8)
        + (record.value() == null
            ? " taken back"
            : " revision " + MessageType.RESULT.read(record.value()).orElseThrow().revision());
  }

  private double counted(String meter, String... tags) {
    return driver.counted("election.night." + meter, tags);
  }
}
