package electionnight.producer.importer;

import electionnight.domain.Contest;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Mode;
import electionnight.domain.Party;
import electionnight.domain.RecordBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes of published results what the seats of a night have in common. */
final class ElectionImport {
  private final ElectionId id;
  private final PublishedResults results;
  private final PreviousElection previous;
  private final Findings findings;

  ElectionImport(
      ElectionId id, PublishedResults results, PreviousElection previous, Findings findings) {
    this.id = id;
    this.results = results;
    this.previous = previous;
    this.findings = findings;
  }

  /**
   * The election.
   *
   * @param date polling day; empty where it follows from the files
   * @param first when the first seat was declared
   * @param name as the night is headed; empty for a usual name
   * @param seats how many seats are contested
   * @param parties every party that stands or stood
   * @param attribution where the figures come from
   */
  Election election(
      Optional<LocalDate> date,
      Instant first,
      Optional<String> name,
      int seats,
      List<Party> parties,
      String attribution) {
    LocalDate pollingDay = pollingDay(date, first);
    Contest contest = results.areByElections() ? Contest.BY_ELECTION : Contest.GENERAL_ELECTION;
    String usualName =
        contest == Contest.GENERAL_ELECTION
            ? "General election " + pollingDay.getYear()
            : (seats == 1 ? "By-election of " : "By-elections of ") + Words.day(pollingDay);
    return new Election(
        id,
        name.orElse(usualName),
        contest,
        pollingDay,
        PublishedResults.ZONE,
        previous.basis(),
        previousName(pollingDay),
        Optional.of(PublishedResults.closeOfPoll(pollingDay)),
        seats,
        Mode.REPLAY,
        parties,
        // The record book is the product's; a reader of the night adds it.
        RecordBook.EMPTY,
        Optional.empty(),
        attribution);
  }

  private LocalDate pollingDay(Optional<LocalDate> date, Instant first) {
    if (results.areByElections()) {
      return Published.electionDate(results.constituencies().get(0));
    }
    LocalDate derived = PublishedResults.pollingDay(first);
    if (date.isPresent() && !date.get().equals(derived)) {
      findings.contradiction(
          results.folder().toString(),
          "the first declaration, at " + first + ", is not of the polling day " + date.get());
    }
    return date.orElse(derived);
  }

  private String previousName(LocalDate pollingDay) {
    Optional<LocalDate> last = GeneralElections.before(pollingDay);
    if (last.isPresent()
        && previous.pollingDay().filter(day -> !day.equals(last.get())).isPresent()) {
      findings.contradiction(
          "the previous election",
          "its times are of "
              + Words.day(previous.pollingDay().orElseThrow())
              + ", but the last general election before "
              + Words.day(pollingDay)
              + " was that of "
              + Words.day(last.get()));
    }
    return previous
        .pollingDay()
        .or(() -> last)
        .map(day -> "the general election of " + Words.day(day))
        .orElse("the previous general election");
  }
}
