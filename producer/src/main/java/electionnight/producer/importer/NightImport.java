package electionnight.producer.importer;

import electionnight.cli.UserError;
import electionnight.domain.Baseline;
import electionnight.domain.Candidate;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Hex;
import electionnight.domain.Party;
import electionnight.domain.PartyVotes;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Status;
import electionnight.producer.night.CsvRow;
import electionnight.producer.night.RecordedNight;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes a night of published results, a previous election, a clock and a map. */
final class NightImport {
  private static final String SOURCE = "House of Commons Library";

  private final ElectionId id;
  private final PublishedResults results;
  private final PreviousElection previous;
  private final Optional<DeclarationTimes> clock;
  private final Map<String, Hex> map;
  private final Optional<SittingMembers> sitting;
  private final Optional<HeldSince> heldSince;
  private final Findings findings;
  private final PartyCodes parties;
  private final Ballots ballots;

  /**
   * @param id the night's id
   * @param results of one general election, or of the by-elections of one day
   * @param previous what the seats are compared with
   * @param clock times that go before those in the results
   * @param map the seats' places; empty where the night has no map
   * @param sitting the parties of the members before; empty where none is known
   * @param heldSince since when parties held their seats; empty where of none it is known
   * @param findings told of everything odd
   */
  NightImport(
      ElectionId id,
      PublishedResults results,
      PreviousElection previous,
      Optional<DeclarationTimes> clock,
      Map<String, Hex> map,
      Optional<SittingMembers> sitting,
      Optional<HeldSince> heldSince,
      Findings findings) {
    this.id = id;
    this.results = results;
    this.previous = previous;
    this.clock = clock;
    this.map = map;
    this.sitting = sitting;
    this.heldSince = heldSince;
    this.findings = findings;
    this.parties = new PartyCodes(PartyRegister.load(), results.candidacies(), findings);
    this.ballots = new Ballots(findings);
  }

  /**
   * The night.
   *
   * @param date polling day; empty where it follows from the files
   * @param name as the night is headed; empty for a usual name
   * @param attribution where the figures come from
   * @throws UserError when a seat has no time of declaration
   */
  RecordedNight night(Optional<LocalDate> date, Optional<String> name, String attribution) {
    Map<SeatId, CsvRow> rows = new TreeMap<>(results.seats());
    Map<SeatId, Instant> times = times(rows);
    Map<SeatId, List<CsvRow>> candidacies = candidacies(rows);
    List<Seat> seats = new ArrayList<>();
    List<Declaration> declarations = new ArrayList<>();
    rows.forEach(
        (seat, row) -> {
          List<CandidateVotes> votes = votes(candidacies.getOrDefault(seat, List.of()));
          Optional<Baseline> baseline = baseline(seat, row);
          seats.add(seat(seat, row, votes, baseline));
          if (votes.isEmpty()) {
            findings.contradiction(row.where(), "the seat has no candidates");
          } else {
            declarations.add(declaration(seat, row, times.get(seat), votes, baseline));
          }
        });
    declarations.sort(
        Comparator.comparing(Declaration::declaredAt).thenComparing(Declaration::seat));
    reportUnused(rows);
    sitting.ifPresent(
        members ->
            members.refuseOthers(
                parties.parties().stream().map(Party::party).collect(Collectors.toSet())));
    Instant first = times.values().stream().min(Comparator.naturalOrder()).orElseThrow();
    Election election =
        new ElectionImport(id, results, previous, findings)
            .election(date, first, name, seats.size(), parties.parties(), attribution);
    return new RecordedNight(
        election, seats, declarations, Confirmations.of(election, seats, declarations, SOURCE));
  }

  private Map<SeatId, Instant> times(Map<SeatId, CsvRow> rows) {
    Map<SeatId, Instant> times = new HashMap<>();
    List<CsvRow> missing = new ArrayList<>();
    rows.forEach(
        (seat, row) ->
            clock
                .map(file -> file.times().get(seat))
                .or(() -> PublishedResults.declared(row))
                .ifPresentOrElse(time -> times.put(seat, time), () -> missing.add(row)));
    if (!missing.isEmpty()) {
      throw new UserError(
          missing.get(0).where()
              + ": "
              + missing.get(0).text(Published.NAME)
              + " has no time of declaration"
              + (missing.size() > 1 ? ", like " + (missing.size() - 1) + " more" : "")
              + "; give a clock file that has it with --times.");
    }
    return times;
  }

  private Map<SeatId, List<CsvRow>> candidacies(Map<SeatId, CsvRow> rows) {
    Map<SeatId, List<CsvRow>> bySeat = Published.bySeat(results.candidacies());
    bySeat.forEach(
        (seat, candidates) -> {
          CsvRow first = candidates.get(0);
          if (!rows.containsKey(seat)) {
            findings.contradiction(first.where(), "constituencies.csv has no seat " + seat);
          } else if (!first.text(Published.NAME).equals(rows.get(seat).text(Published.NAME))) {
            findings.oddity(
                first.where(),
                "constituencies.csv calls '"
                    + first.text(Published.NAME)
                    + "' '"
                    + rows.get(seat).text(Published.NAME)
                    + "'");
          }
        });
    return bySeat;
  }

  private CandidateVotes votes(CsvRow row) {
    String name =
        (row.text(Published.CANDIDATE_FIRST_NAME) + " " + row.text(Published.CANDIDATE_SURNAME))
            .strip();
    if (name.isEmpty()) {
      throw row.problem(Published.CANDIDATE_SURNAME, "a candidate's name");
    }
    return new CandidateVotes(name, parties.now(row), row.count(Published.VOTES));
  }

  private List<CandidateVotes> votes(List<CsvRow> rows) {
    List<CandidateVotes> votes = new ArrayList<>();
    Set<Candidate> candidates = new HashSet<>();
    for (CsvRow row : rows) {
      CandidateVotes vote = votes(row);
      if (!candidates.add(new Candidate(vote.candidate(), vote.party()))) {
        throw row.problem(
            Published.CANDIDATE_SURNAME, "each candidate of a constituency and party once");
      }
      votes.add(vote);
    }
    return votes;
  }

  private Optional<Baseline> baseline(SeatId seat, CsvRow row) {
    Optional<PreviousSeat> before =
        previous.find(seat, row, findings).filter(found -> !found.votes().isEmpty());
    if (before.isEmpty()) {
      findings.contradiction(
          row.where(),
          row.text(Published.NAME) + " (" + seat + ") has no result at the previous election");
    }
    return before.map(this::baseline);
  }

  private Baseline baseline(PreviousSeat before) {
    Baseline baseline =
        new Baseline(
            previous.basis(),
            before.votes().stream()
                .map(vote -> new PartyVotes(parties.before(vote), vote.votes()))
                .toList());
    compare(before, "majority", before.majority(), baseline.majority());
    compare(before, "valid votes", before.validVotes(), baseline.validVotes());
    return baseline;
  }

  private void compare(PreviousSeat seat, String what, OptionalInt published, long computed) {
    if (published.isPresent() && published.getAsInt() != computed) {
      findings.contradiction(
          seat.where(),
          "the "
              + what
              + " at the previous election is published as "
              + published.getAsInt()
              + ", the candidates' votes make it "
              + computed);
    }
  }

  private Seat seat(
      SeatId seat, CsvRow row, List<CandidateVotes> votes, Optional<Baseline> baseline) {
    Optional<Hex> hex = Optional.ofNullable(map.get(seat.value()));
    if (hex.isEmpty() && !map.isEmpty()) {
      findings.oddity(row.where(), row.text(Published.NAME) + " is not on the map");
    }
    return new Seat(
        id,
        seat,
        row.required(Published.NAME, "a constituency's name"),
        row.text(Published.REGION),
        row.text(Published.NATION),
        Published.count(row, Published.ELECTORATE, findings).orElse(0),
        hex,
        votes.stream().map(vote -> new Candidate(vote.candidate(), vote.party())).toList(),
        baseline,
        sitting.flatMap(members -> members.of(seat, baseline)),
        heldSince.map(years -> years.of(seat)).orElse(OptionalInt.empty()));
  }

  private Declaration declaration(
      SeatId seat,
      CsvRow row,
      Instant time,
      List<CandidateVotes> votes,
      Optional<Baseline> baseline) {
    return new Declaration(
        id,
        seat,
        1,
        Status.DECLARED,
        time,
        SOURCE,
        Optional.empty(),
        ballots.elected(row, votes, baseline),
        Optional.empty(),
        votes,
        Published.count(row, Published.INVALID_VOTES, findings),
        OptionalInt.empty(),
        Optional.empty());
  }

  private void reportUnused(Map<SeatId, CsvRow> rows) {
    if (!results.areByElections()) {
      map.keySet().stream()
          .filter(cell -> rows.keySet().stream().noneMatch(seat -> seat.value().equals(cell)))
          .sorted()
          .forEach(cell -> findings.oddity("the map", "the cell '" + cell + "' is no seat"));
    }
    clock.ifPresent(file -> reportUnused(file.file(), file.times().keySet(), rows));
    sitting.ifPresent(file -> reportUnused(file.file(), file.rows().keySet(), rows));
    heldSince.ifPresent(file -> reportUnused(file.file(), file.years().keySet(), rows));
  }

  private void reportUnused(Path file, Set<SeatId> told, Map<SeatId, CsvRow> rows) {
    told.stream()
        .filter(seat -> !rows.containsKey(seat))
        .forEach(seat -> findings.oddity(file.toString(), seat + " is no seat"));
  }
}
