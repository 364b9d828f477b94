package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.CandidateVotes;
import electionnight.domain.Declaration;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyVotes;
import electionnight.domain.Seat;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.Amended;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was wrong is checked, corrected and taken back on the page. */
@ExtendWith(SharedSystem.class)
class PageCorrectionsIT {
  private final Page page;

  PageCorrectionsIT(Page page) {
    this.page = page;
  }

  @Test
  void aCorrectionIsShownOnThePage() throws InterruptedException {
    RecordedNight night = RenamedNight.as("corrected", Nights.open("by-elections-2023-10-19"));
    page.open(night, night.declarations());
    Declaration first = night.declarations().get(1);
    List<CandidateVotes> votes = new ArrayList<>(first.votes());
    votes.replaceAll(
        row ->
            row.party().value().equals("Lab")
                ? new CandidateVotes(row.candidate(), row.party(), row.votes() - 2000)
                : row);

    page.play(
        new RecordedNight(
            night.election(),
            night.seats(),
            List.of(
                Amended.of(
                    MessageType.DECLARATION,
                    first,
                    tree -> {
                      tree.put("revision", 2).put("status", "CORRECTED");
                      tree.put("reason", "Two thousand votes were counted twice").remove("winner");
                      tree.set("votes", Json.shared().valueToTree(votes));
                    }))));

    page.awaitRevision(3);
    assertThat(page.texts("[data-testid=alert][data-state=WITHDRAWN]"))
        .anyMatch(text -> text.contains("Two thousand votes were counted twice"));
    assertThat(page.text("biggest-overturned")).contains("Tamworth").contains("19,634");
    page.assertNothingWentWrong();
  }

  @Test
  void aMistakeIsCheckedOnThePageUntilItIsCorrected() throws InterruptedException {
    RecordedNight night = Nights.open("by-elections-2023-10-19-misreported");
    page.open(night, night.declarations().subList(0, 2));
    assertThat(page.text("open-seat"))
        .contains("Mid Bedfordshire")
        .contains("11,719")
        .contains("10,403")
        .contains("Tamworth");
    assertThat(page.alertsAbout("Mid Bedfordshire")).isEmpty();
    assertThat(page.text("biggest-overturned")).contains("19,634").doesNotContain("24,664");

    page.play(night);

    page.awaitRevision(3);
    PartyTable.assertEqualsRest(page, night.election().election());
    assertThat(page.texts("[data-testid=open-seat]")).isEmpty();
    assertThat(page.alertsAbout("Mid Bedfordshire"))
        .noneMatch(text -> text.contains("1,316"))
        .anyMatch(text -> text.contains("24,664") && text.contains("the biggest at a by-election"))
        .anyMatch(text -> text.contains("majority 1,192"));
    page.assertNothingWentWrong();
  }

  @Test
  void aDeclarationIsMeasuredAgainstNothingThatWasCorrected() throws InterruptedException {
    RecordedNight night = RenamedNight.as("held-before", Nights.open("by-elections-2023-10-19"));
    Declaration declared = night.declarations().get(0);
    Seat seat = seatOf(night, declared);
    page.open(
        new RecordedNight(night.election(), List.of(heldByLabour(seat, 20_000)), List.of(declared)),
        List.of(declared));

    page.play(new RecordedNight(night.election(), List.of(heldByLabour(seat, 30_000)), List.of()));

    page.awaitRevision(2);
    assertThat(page.text("declaration")).contains(seat.name()).contains("majority 1,316 ·");
    page.assertNothingWentWrong();
  }

  private static Seat seatOf(RecordedNight night, Declaration declared) {
    return night.seats().stream()
        .filter(seat -> seat.seat().equals(declared.seat()))
        .findFirst()
        .orElseThrow();
  }

  private static Seat heldByLabour(Seat seat, int votes) {
    return Amended.of(
        MessageType.SEAT,
        seat,
        tree ->
            tree.withObject("/baseline")
                .set(
                    "votes",
                    Json.shared()
                        .valueToTree(
                            List.of(
                                new PartyVotes(new PartyCode("Lab"), votes),
                                new PartyVotes(new PartyCode("Con"), 10_000)))));
  }

  @Test
  void theSameMistakeWithQueriesOffIsTakenBackOnThePage() throws InterruptedException {
    RecordedNight night =
        UnqueriedNight.of(
            RenamedNight.as("believed", Nights.open("by-elections-2023-10-19-misreported")));
    page.open(night, night.declarations().subList(0, 2));
    assertThat(page.alertsAbout("Mid Bedfordshire"))
        .as("what was said at first")
        .anyMatch(text -> text.contains("majority 1,316"));

    page.play(night);

    page.awaitRevision(3);
    assertThat(page.texts("[data-testid=alert][data-kind=CORRECTION][data-state=ISSUED]"))
        .anyMatch(
            text ->
                text.contains("Mid Bedfordshire")
                    && text.contains("1,192")
                    && text.contains("1,316")
                    && text.contains("the figures of Tamworth"));
    assertThat(page.texts("[data-testid=alert][data-state=AMENDED]"))
        .anyMatch(text -> text.contains("Mid Bedfordshire") && text.contains("1,192"));
    page.assertNothingWentWrong();
  }
}
