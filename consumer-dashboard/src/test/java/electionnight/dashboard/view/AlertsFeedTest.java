package electionnight.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.testing.AtomFeed;
import electionnight.dashboard.testing.AtomFeed.Entry;
import electionnight.dashboard.testing.Folding;
import electionnight.domain.Alert;
import electionnight.domain.Contest;
import electionnight.domain.Election;
import electionnight.domain.Heard;
import electionnight.domain.Mode;
import electionnight.domain.Seat;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsFeedTest {
  private static final Instant OPENED = Instant.parse("2024-07-04T20:00:00Z");
  private static final Instant FIRST_UPDATE = Instant.parse("2024-07-04T22:00:00.250Z");
  private static final String GAIN = "urn:election-night:alert:small-night:SEAT_GAIN:A";
  private static final String CORRECTED = "urn:election-night:alert:small-night:CORRECTION:A";

  private final FoldedNight folded = new FoldedNight();
  private final Election election = SmallNight.election(Contest.GENERAL_ELECTION, 9);

  private void givenAGainInSeatA() {
    folded.apply(election);
    folded.apply(SmallNight.seat("A", "Con 100, Lab 90"));
    folded.apply(SmallNight.declaration("A", 60, "Lab 100, Con 90"));
  }

  /** The feed of what was folded; one update a minute. */
  private AtomFeed feed() {
    NightFold fold = Folding.fold();
    fold.put(election, new Heard(folded.night().reference(), OPENED));
    Instant at = FIRST_UPDATE;
    for (Update update : folded.updates()) {
      Folding.apply(fold, update, at);
      at = at.plusSeconds(60);
    }
    return feed(fold);
  }

  private static AtomFeed feed(NightFold fold) {
    return AtomFeed.parse(AlertsFeed.of(fold.view().orElseThrow()));
  }

  private static Entry entry(AtomFeed feed, String id) {
    List<Entry> found = feed.entries().stream().filter(entry -> entry.id().equals(id)).toList();
    assertThat(found).as("entries with the id " + id).hasSize(1);
    return found.get(0);
  }

  @Test
  void aFeedSaysWhatItIs() {
    givenAGainInSeatA();

    AtomFeed feed = feed();

    assertThat(feed.text("id")).isEqualTo("urn:election-night:alerts:small-night");
    assertThat(feed.text("title")).isEqualTo("TEST: Alerts, A small night");
    assertThat(feed.names()).as("elements").doesNotContain("rights");
    assertThat(feed.text("author")).isEqualTo("Election Night");
    assertThat(feed.links())
        .containsExactly(
            "self application/atom+xml alerts.atom", "alternate application/json alerts");
  }

  @Test
  void aFeedSaysOnWhichTermsItsFiguresAre() {
    NightFold fold = opened(ANight.of("october").attributedTo("Open <Parliament> Licence v3.0"));

    assertThat(feed(fold).text("rights")).isEqualTo("Open <Parliament> Licence v3.0");
  }

  @Test
  void anAlertIsAnEntry() {
    givenAGainInSeatA();

    Entry entry = entry(feed(), GAIN);

    assertThat(entry.title())
        .isEqualTo("TEST: Labour gain Seat A from the Conservatives, majority 10");
    assertThat(entry.updated()).isEqualTo(FIRST_UPDATE);
    assertThat(entry.published()).contains(FIRST_UPDATE);
    assertThat(entry.categories())
        .containsExactly(
            "urn:election-night:kind SEAT_GAIN",
            "urn:election-night:state ISSUED",
            "urn:election-night:mode TEST");
    assertThat(entry.links())
        .containsExactly(
            "alternate application/json alerts#small-night:SEAT_GAIN:A",
            "related application/json seats/A");
    assertThat(entry.contentType()).isEqualTo("text");
    assertThat(entry.content())
        .isEqualTo("TEST: Labour gain Seat A from the Conservatives, majority 10");
  }

  @Test
  void anAmendedAlertIsTheSameEntryAndSaysWhatChanged() {
    givenAGainInSeatA();
    folded.apply(SmallNight.correction("A", 60, 2, "a box was missed", "Lab 1100, Con 90"));

    AtomFeed feed = feed();

    Instant amended = FIRST_UPDATE.plusSeconds(60);
    Entry entry = entry(feed, GAIN);
    assertThat(entry.title())
        .isEqualTo("TEST: Amended: Labour gain Seat A from the Conservatives, majority 1,010");
    assertThat(entry.updated()).isEqualTo(amended);
    assertThat(entry.published()).contains(FIRST_UPDATE);
    assertThat(entry.categories()).contains("urn:election-night:state AMENDED");
    assertThat(entry.content().lines())
        .containsExactly(entry.title(), "Reason: a box was missed", "majority: 10 → 1,010");
    assertThat(entry(feed, CORRECTED).content().lines())
        .contains("Reason: a box was missed", "majority: 10 → 1,010");
    assertThat(feed.text("updated")).isEqualTo(amended.toString());
  }

  @Test
  void aWithdrawnAlertIsTheSameEntryAndSaysSo() {
    givenAGainInSeatA();
    folded.apply(SmallNight.withdrawal("A", 70, 2, "the wrong seat's figures"));

    AtomFeed feed = feed();

    Entry entry = entry(feed, GAIN);
    assertThat(entry.title())
        .isEqualTo("TEST: Withdrawn: Labour gain Seat A from the Conservatives, majority 10");
    assertThat(entry.updated()).isEqualTo(FIRST_UPDATE.plusSeconds(60));
    assertThat(entry.categories()).contains("urn:election-night:state WITHDRAWN");
    assertThat(entry.content().lines()).contains("Reason: the wrong seat's figures");
    assertThat(entry(feed, CORRECTED).content())
        .contains("result: Labour gain from the Conservatives, majority 10 → none");
  }

  @ParameterizedTest
  @CsvSource({"LIVE,''", "REPLAY,'REPLAY: '", "TEST,'TEST: '"})
  void aTitleTellsTheMode(Mode mode, String prefix) {
    ANight night = ANight.of("october").in(mode);
    Seat seat = night.seat("A", "Tamworth");
    NightFold fold = opened(night);
    Folding.apply(fold, night.update(1, seat, night.alert(seat, 2, "gain")), FIRST_UPDATE);

    assertThat(feed(fold).text("title")).isEqualTo(prefix + "Alerts, By-elections of 2023-10-19");
    assertThat(feed(fold).entries())
        .extracting(Entry::title)
        .containsExactly(prefix + "Amended: gain");
  }

  @Test
  void whatChangedLastComesFirstAndTheOldestAreLeftOut() {
    ANight night = ANight.of("october");
    NightFold fold = opened(night);
    int revision = 0;
    for (int i = 0; i < 201; i++) {
      Seat seat = night.seat("S" + i, "Seat " + i);
      Folding.apply(
          fold, night.update(++revision, seat, night.alert(seat, 1, "gain " + i)), FIRST_UPDATE);
    }
    Seat first = night.seat("S0", "Seat 0");
    Folding.apply(
        fold,
        night.update(++revision, first, night.alert(first, 2, "gain 0, again")),
        FIRST_UPDATE);

    AtomFeed feed = feed(fold);

    assertThat(feed.entries()).hasSize(200);
    assertThat(feed.entries().get(0).title()).isEqualTo("TEST: Amended: gain 0, again");
    assertThat(feed.entries().subList(1, 200))
        .extracting(Entry::title)
        .containsExactlyElementsOf(
            IntStream.range(0, 199).mapToObj(i -> "TEST: gain " + (200 - i)).toList());
    assertThat(feed.entries())
        .extracting(Entry::updated)
        .as("times, one timestamp notwithstanding")
        .isSortedAccordingTo((a, b) -> b.compareTo(a))
        .doesNotHaveDuplicates();
    assertThat(feed.text("updated")).isEqualTo(feed.entries().get(0).updated().toString());
  }

  @Test
  void aNightWithoutAlertsIsAnEmptyFeedAsOldAsTheNight() {
    AtomFeed feed = feed(opened(ANight.of("october")));

    assertThat(feed.entries()).isEmpty();
    assertThat(feed.text("updated")).isEqualTo(OPENED.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "</title></entry></feed>",
        "]]> &amp; &lt; <![CDATA[ <!-- ?>",
        "\" ' &",
        "Ynys M\u00F4n \uD83D\uDDF3",
        "\u202Eright to left"
      })
  void whatIsWrittenStaysText(String hostile) {
    Entry entry = entryOf(hostile);

    assertThat(entry.title()).isEqualTo("TEST: " + hostile);
    assertThat(entry.content()).isEqualTo("TEST: " + hostile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0007", "\u001B", "\uFFFE", "\uFFFF", "\uD83D", "\uDDF3"})
  void whatXmlForbidsIsReplaced(String forbidden) {
    assertThat(entryOf("a" + forbidden + "b").title()).isEqualTo("TEST: a\uFFFDb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\u000B", "\f", "\u0085", "\u2028", "\u2029"})
  void noTextPassesForAnotherLine(String lineBreak) {
    Entry entry = entryOf("gain" + lineBreak + "Reason: none");

    assertThat(entry.title()).isEqualTo("TEST: gain Reason: none");
    assertThat(entry.content()).isEqualTo("TEST: gain Reason: none");
  }

  @Test
  void everyIdIsAUri() {
    ANight night = ANight.of("october");
    NightFold fold = opened(night);
    Alert alert = night.alert(night.seat("A", "Tamworth"), 1, "gain");
    Alert odd = ANight.identified("october:MAJORITY_REACHED:Lib & Co. <'%3A'>\u0000", alert);
    Folding.apply(fold, night.update(1, List.of(), alert, odd), FIRST_UPDATE);

    assertThat(feed(fold).entries())
        .extracting(Entry::id)
        .containsExactly(
            "urn:election-night:alert:october:SEAT_GAIN:A",
            "urn:election-night:alert:october:MAJORITY_REACHED:Lib%20%26%20Co.%20%3C%27%253A%27%3E%00")
        .allMatch(isAUri());
  }

  private static Predicate<String> isAUri() {
    return id -> URI.create(id).isAbsolute();
  }

  private static Entry entryOf(String headline) {
    ANight night = ANight.of("october");
    Seat seat = night.seat("A", "Tamworth");
    NightFold fold = opened(night);
    Folding.apply(fold, night.update(1, seat, night.alert(seat, 1, headline)), FIRST_UPDATE);
    List<Entry> entries = feed(fold).entries();
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).published()).isEqualTo(Optional.of(FIRST_UPDATE));
    return entries.get(0);
  }

  private static NightFold opened(ANight night) {
    NightFold fold = Folding.fold();
    fold.put(night.election(), new Heard(ANight.electionRecord(0), OPENED));
    return fold;
  }
}
