package electionnight.domain;

import electionnight.domain.MajorityLine.Crossing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Counts a whole night again from its seats and declarations, in the plainest way there is: exact
 * decimals, no running sums, nothing shared with the fold but the types.
 */
final class Recount {
  private final Election election;
  private final List<Line> declared;

  Recount(Election election, Collection<SeatState> seats) {
    this.election = election;
    this.declared =
        seats.stream()
            .filter(seat -> seat.word().isPresent())
            .map(seat -> new Line(seat.seat(), seat.word().get().declaration()))
            .sorted(Comparator.comparing(Line::at).thenComparing(line -> line.seat().seat()))
            .toList();
  }

  Scoreboard scoreboard(long revision) {
    long electorate = 0;
    long valid = 0;
    long invalid = 0;
    int changed = 0;
    for (Line line : declared) {
      electorate += line.seat().electorate();
      valid += line.valid();
      invalid += line.declaration().invalidVotes().orElse(0);
      changed += line.gain() ? 1 : 0;
    }
    List<Overturned> overturned = overturned();
    overturned.sort(
        (a, b) ->
            a.overturned() != b.overturned()
                ? b.overturned() - a.overturned()
                : a.seat().compareTo(b.seat()));
    return new Scoreboard(
        election.election(),
        revision,
        election.mode(),
        election.basis(),
        election.seats(),
        declared.size(),
        0,
        List.of(),
        changed,
        0,
        0,
        electorate,
        valid,
        invalid,
        electorate == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(rounded(percent(valid, electorate))),
        declared.isEmpty() ? Optional.empty() : Optional.of(declared.get(declared.size() - 1).at()),
        election.contest() == Contest.BY_ELECTION
            ? Optional.empty()
            : Optional.of(new MajorityLine(election.seats() / 2 + 1, crossing())),
        parties(valid),
        flips(),
        overturned.isEmpty() ? Optional.empty() : Optional.of(overturned.get(0)),
        overturned.subList(0, Math.min(10, overturned.size())),
        narrowest(),
        Optional.empty());
  }

  /** The ids of the alerts that should stand. */
  Set<String> alerts() {
    Set<String> ids = new HashSet<>();
    declared.stream()
        .filter(Line::gain)
        .forEach(line -> ids.add(election.election() + ":SEAT_GAIN:" + line.seat().seat()));
    int biggest = -1;
    for (Overturned figure : overturned()) {
      if (figure.overturned() > biggest) {
        biggest = figure.overturned();
        ids.add(election.election() + ":BIGGEST_MAJORITY_OVERTURNED:" + figure.seat());
      }
    }
    if (election.contest() == Contest.GENERAL_ELECTION) {
      crossing()
          .ifPresent(
              crossing -> ids.add(election.election() + ":MAJORITY_REACHED:" + crossing.party()));
    }
    return ids;
  }

  private Optional<Crossing> crossing() {
    Map<PartyCode, Integer> seats = new HashMap<>();
    int count = 0;
    for (Line line : declared) {
      count++;
      int won = seats.getOrDefault(line.winner().party(), 0) + 1;
      seats.put(line.winner().party(), won);
      if (2 * won > election.seats()) {
        return Optional.of(
            new Crossing(
                line.winner().party(), line.at(), line.seat().seat(), line.seat().name(), count));
      }
    }
    return Optional.empty();
  }

  private List<PartyRow> parties(long valid) {
    Set<PartyCode> parties = new LinkedHashSet<>();
    for (Line line : declared) {
      line.declaration().votes().forEach(row -> parties.add(row.party()));
      if (line.gain()) {
        parties.add(line.held());
      }
    }
    List<PartyRow> rows = new ArrayList<>();
    for (PartyCode party : parties) {
      int seats = 0;
      int gains = 0;
      int losses = 0;
      long votes = 0;
      long comparable = 0;
      long comparableAll = 0;
      long previous = 0;
      long previousAll = 0;
      for (Line line : declared) {
        boolean won = line.winner().party().equals(party);
        seats += won ? 1 : 0;
        gains += won && line.gain() ? 1 : 0;
        losses += line.gain() && line.held().equals(party) ? 1 : 0;
        votes += line.votes(party);
        if (line.seat().baseline().isPresent()) {
          comparable += line.votes(party);
          comparableAll += line.valid();
          for (PartyVotes row : line.seat().baseline().get().votes()) {
            previous += row.party().equals(party) ? row.votes() : 0;
            previousAll += row.votes();
          }
        }
      }
      rows.add(
          new PartyRow(
              party,
              seats,
              gains,
              losses,
              gains - losses,
              0,
              0,
              0,
              votes,
              rounded(percent(votes, valid)),
              previousAll == 0
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(
                      rounded(
                          percent(comparable, comparableAll)
                              .subtract(percent(previous, previousAll))))));
    }
    rows.sort(
        Comparator.comparingInt((PartyRow row) -> -row.seats())
            .thenComparingLong(row -> -row.votes())
            .thenComparing(row -> row.party().value()));
    return rows;
  }

  private List<Flip> flips() {
    Map<List<PartyCode>, Integer> counts = new HashMap<>();
    for (Line line : declared) {
      if (line.gain()) {
        counts.merge(List.of(line.held(), line.winner().party()), 1, Integer::sum);
      }
    }
    List<Flip> flips = new ArrayList<>();
    counts.forEach((pair, seats) -> flips.add(new Flip(pair.get(0), pair.get(1), seats)));
    flips.sort(
        Comparator.comparingInt((Flip flip) -> -flip.seats())
            .thenComparing(flip -> flip.from().value())
            .thenComparing(flip -> flip.to().value()));
    return flips;
  }

  private List<Overturned> overturned() {
    List<Overturned> overturned = new ArrayList<>();
    for (Line line : declared) {
      if (line.overturns()) {
        overturned.add(
            new Overturned(
                line.seat().seat(),
                line.seat().name(),
                line.held(),
                line.winner().party(),
                line.heldBy(),
                OptionalInt.of(line.majority()),
                line.seat().baseline().orElseThrow().basis(),
                line.at(),
                rank(line)));
      }
    }
    return overturned;
  }

  private Optional<RecordRank> rank(Line line) {
    long bigger =
        declared.stream()
            .filter(Line::overturns)
            .filter(other -> other.heldBy() > line.heldBy())
            .count();
    return election
        .recordBook()
        .rank(
            election, Measure.MAJORITY_OVERTURNED, BigDecimal.valueOf(line.heldBy()), (int) bigger);
  }

  private List<SeatMajority> narrowest() {
    return declared.stream()
        .filter(line -> line.declaration().votes().size() > 1)
        .map(
            line ->
                new SeatMajority(
                    line.seat().seat(),
                    line.seat().name(),
                    line.winner().party(),
                    line.second().party(),
                    line.majority(),
                    line.at()))
        .sorted(
            Comparator.comparingInt(SeatMajority::majority)
                .thenComparing(seat -> seat.seat().value()))
        .limit(10)
        .toList();
  }

  private static BigDecimal percent(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128);
  }

  private static double rounded(BigDecimal percent) {
    return percent.setScale(4, RoundingMode.HALF_UP).doubleValue();
  }

  /** One declared seat. */
  private record Line(Seat seat, Declaration declaration) {

    Instant at() {
      return declaration.declaredAt();
    }

    CandidateVotes winner() {
      CandidateVotes most = null;
      for (CandidateVotes row : declaration.votes()) {
        if (declaration.winner().isPresent()) {
          if (row.candidate().equals(declaration.winner().get())) {
            return row;
          }
        } else if (most == null || row.votes() > most.votes()) {
          most = row;
        }
      }
      return most;
    }

    CandidateVotes second() {
      CandidateVotes most = null;
      for (CandidateVotes row : declaration.votes()) {
        boolean ahead =
            most == null
                || row.votes() > most.votes()
                || (row.votes() == most.votes() && row.candidate().compareTo(most.candidate()) < 0);
        if (!row.equals(winner()) && ahead) {
          most = row;
        }
      }
      return most;
    }

    int majority() {
      return winner().votes() - (second() == null ? 0 : second().votes());
    }

    long valid() {
      return declaration.votes().stream().mapToLong(CandidateVotes::votes).sum();
    }

    long votes(PartyCode party) {
      return declaration.votes().stream()
          .filter(row -> row.party().equals(party))
          .mapToLong(CandidateVotes::votes)
          .sum();
    }

    /** The party that held it; of two level at the top, the first by code. */
    PartyCode held() {
      return seat.baseline().orElseThrow().votes().stream()
          .max(
              Comparator.comparingInt(PartyVotes::votes)
                  .thenComparing(PartyVotes::party, Comparator.reverseOrder()))
          .orElseThrow()
          .party();
    }

    int heldBy() {
      List<Integer> votes =
          seat.baseline().orElseThrow().votes().stream()
              .map(PartyVotes::votes)
              .sorted(Comparator.reverseOrder())
              .toList();
      return votes.get(0) - (votes.size() > 1 ? votes.get(1) : 0);
    }

    boolean overturns() {
      return gain() && !held().value().equals("Spk") && !winner().party().value().equals("Spk");
    }

    boolean gain() {
      return seat.baseline().isPresent() && !held().equals(winner().party());
    }
  }
}
