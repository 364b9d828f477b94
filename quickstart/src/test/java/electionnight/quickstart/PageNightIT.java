package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.quickstart.Browser.Memory;
import electionnight.testing.Amended;
import electionnight.wire.MessageType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nights play on the page, and its figures are those of REST. */
@ExtendWith(SharedSystem.class)
class PageNightIT {
  private static final int STEP = 10;
  private static final int EARLY_ROUNDS = 3;
  private static final int ROUNDS = 15;

  private final Page page;

  PageNightIT(Page page) {
    this.page = page;
  }

  @Test
  void aGeneralElectionPlaysAndItsTotalsAreThoseOfRestAtEveryTenthRevision()
      throws InterruptedException {
    // Nothing is checked, so that a declaration is a revision.
    RecordedNight night =
        UnqueriedNight.of(RenamedNight.as("every-tenth", Nights.open("general-election-2024")));
    ElectionId id = night.election().election();
    page.open(night, List.of());
    assertThat(page.text("sentence"))
        .isEqualTo("No seat declared yet; 326 of 650 make a majority.");

    List<Declaration> declarations = night.declarations();
    for (int from = 0; from < declarations.size(); from += STEP) {
      int to = Math.min(from + STEP, declarations.size());
      CompletableFuture<?>[] sent =
          declarations.subList(from, to).stream()
              .map(page.publisher()::publish)
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(sent).join();
      page.awaitRevision(to);
      PartyTable.assertEqualsRest(page, id);
    }

    assertThat(page.text("sentence"))
        .isEqualTo("Labour win with a majority of 172: 411 of 650 seats; all declared.");
    assertThat(page.text("biggest-overturned")).contains("Boston and Skegness").contains("27,402");
    assertThat(page.browser().all("[data-testid=declaration]")).isNotEmpty();
    assertThat(page.browser().all("[data-testid=alert][data-kind=MAJORITY_REACHED]")).hasSize(1);
    assertThat(page.browser().all("[data-testid=hex]")).hasSize(650);
    assertThat(page.browser().one("seat-bar").getDomAttribute("data-line")).isEqualTo("CROSSED");
    page.assertNothingWentWrong();
  }

  @Test
  void aPageThatIsWatchedThroughManyCorrectionsHoldsNoMoreThanAfterTheFirst()
      throws InterruptedException {
    RecordedNight night = UnqueriedNight.of(SmallElection.as("watched-for-long"));
    page.open(night, night.declarations());
    Memory early = memoryAfter(night, 1, EARLY_ROUNDS);

    Memory late = memoryAfter(night, EARLY_ROUNDS + 1, ROUNDS);

    assertThat(late.nodes()).as("nodes").isLessThan((long) (early.nodes() * 1.1));
    assertThat(late.heap()).as("bytes of heap").isLessThan((long) (early.heap() * 1.3));
    page.assertNothingWentWrong();
  }

  private Memory memoryAfter(RecordedNight night, int from, int to) throws InterruptedException {
    page.play(
        new RecordedNight(
            night.election(),
            night.seats(),
            IntStream.rangeClosed(from, to)
                .boxed()
                .flatMap(round -> night.declarations().stream().map(word -> corrected(word, round)))
                .toList()));
    page.awaitRevision((to + 1L) * night.seats().size());
    page.browser().settle();
    return page.browser().memory();
  }

  /** The first candidate got one vote more than was said before. */
  private static Declaration corrected(Declaration word, int round) {
    return Amended.of(
        MessageType.DECLARATION,
        word,
        tree -> {
          tree.put("revision", round + 1).put("status", "CORRECTED");
          tree.put("reason", "Counted again, for the time " + round);
          ObjectNode row = (ObjectNode) tree.withArray("votes").get(0);
          row.put("votes", row.get("votes").asInt() + round);
        });
  }

  @Test
  void byElectionsHaveNoLineAndNoMapAndTheAlertOfAllTime() throws InterruptedException {
    RecordedNight night = Nights.open("by-elections-2023-10-19");
    page.open(night, List.of());

    page.play(night);

    page.awaitRevision(2);
    PartyTable.assertEqualsRest(page, night.election().election());
    assertThat(page.text("biggest-overturned")).contains("Mid Bedfordshire").contains("24,664");
    assertThat(page.texts("[data-testid=alert][data-kind=BIGGEST_MAJORITY_OVERTURNED]"))
        .anyMatch(text -> text.contains("the biggest at a by-election"));
    assertThat(page.browser().all("[data-testid=seat-card]")).hasSize(2);
    assertThat(page.browser().one("seat-bar").getDomAttribute("data-line")).isNull();
    page.assertNothingWentWrong();
  }
}
