package electionnight.domain;

import electionnight.domain.MajorityLine.Crossing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * Counts a whole night again from what was said of it, in the plainest way there is: exact
 * decimals, no running sums, nothing shared with the fold but the types.
 */
final class Recount {
  private final Election election;
  private final Said said;
  private final List<Line> decided;

  Recount(Election election, Said said) {
    this.election = election;
    this.said = said;
    this.decided =
        said.words().values().stream()
            .filter(word -> !said.isHeld(word.seat()))
            .filter(word -> isRush(word) || !word.votes().isEmpty())
            .map(word -> new Line(said.seats().get(word.seat()), word))
            .sorted(Comparator.comparing(Line::at).thenComparing(line -> line.seat().seat()))
            .toList();
  }

  private static boolean isRush(Declaration word) {
    return word.status() == Status.RUSH;
  }

  Scoreboard scoreboard(long revision) {
    int declared = 0;
    int changed = 0;
    int sittingKnown = 0;
    int sittingChanged = 0;
    long electorate = 0;
    long electorateVotes = 0;
    long valid = 0;
    long invalid = 0;
    for (Line line : decided) {
      declared += line.isCounted() ? 1 : 0;
      changed += line.gain() ? 1 : 0;
      sittingKnown += line.seat().sitting().isPresent() ? 1 : 0;
      sittingChanged += line.sittingGain() ? 1 : 0;
      electorate += line.isCounted() ? line.seat().electorate() : 0;
      electorateVotes += line.seat().electorate() > 0 ? line.valid() : 0;
      valid += line.valid();
      invalid += line.declaration().invalidVotes().orElse(0);
    }
    List<Overturned> overturned = overturned();
    overturned.sort(
        (a, b) ->
            a.overturned() != b.overturned()
                ? b.overturned() - a.overturned()
                : a.seat().compareTo(b.seat()));
    List<Overturned> ranked =
        overturned.stream().limit(10).map(figure -> placed(figure, overturned)).toList();
    return new Scoreboard(
        election.election(),
        revision,
        election.mode(),
        election.basis(),
        election.seats(),
        declared,
        decided.size() - declared,
        checking(),
        changed,
        sittingKnown,
        sittingChanged,
        electorate,
        valid,
        invalid,
        electorate == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(rounded(percent(electorateVotes, electorate))),
        decided.isEmpty() ? Optional.empty() : Optional.of(decided.get(decided.size() - 1).at()),
        election.contest() == Contest.BY_ELECTION
            ? Optional.empty()
            : Optional.of(new MajorityLine(election.seats() / 2 + 1, crossing())),
        parties(valid),
        flips(),
        ranked.isEmpty() ? Optional.empty() : Optional.of(ranked.get(0)),
        ranked,
        narrowest(),
        said.stopped());
  }

  private List<SeatId> checking() {
    return said.seats().keySet().stream()
        .filter(
            seat ->
                said.isQueried(seat)
                    || said.isHeld(seat)
                        && said.words().containsKey(seat)
                        && said.words().get(seat).status() != Status.WITHDRAWN
                        && said.words().get(seat).status() != Status.RECOUNT)
        .toList();
  }

  /** The ids of the alerts that should stand, but for notices. */
  Set<String> alerts() {
    Set<String> ids = new HashSet<>();
    int biggest = -1;
    double largest = 0;
    int narrowest = Integer.MAX_VALUE;
    for (Line line : decided) {
      String seat = ":" + line.seat().seat();
      if (line.gain()) {
        ids.add("SEAT_GAIN" + seat);
        int years =
            line.seat().heldSince().isPresent()
                ? election.date().getYear() - line.seat().heldSince().getAsInt()
                : 0;
        boolean lostSince =
            line.seat().sitting().isPresent()
                && !line.seat().sitting().get().party().equals(line.held());
        if (years >= 50 && !lostSince) {
          ids.add("FIRST_SINCE" + seat);
        }
      } else if (line.sittingGain() && line.seat().baseline().isPresent()) {
        ids.add("REGAIN" + seat);
      }
      if (line.overturns() && line.heldBy() > biggest) {
        biggest = line.heldBy();
        ids.add("BIGGEST_MAJORITY_OVERTURNED" + seat);
      }
      double swing = line.swing().orElse(0);
      if (swing > largest) {
        largest = swing;
        if (swing >= 10) {
          ids.add("LARGEST_SWING" + seat);
        }
      }
      if (line.isContested()) {
        if (line.majority().getAsInt() == 0) {
          ids.add("TIE_BY_LOT" + seat);
        }
        if (line.majority().getAsInt() < narrowest) {
          narrowest = line.majority().getAsInt();
          if (narrowest < 100) {
            ids.add("NARROWEST_MAJORITY" + seat);
          }
        }
      }
    }
    if (election.contest() == Contest.GENERAL_ELECTION) {
      crossing().ifPresent(crossing -> ids.add("MAJORITY_REACHED:" + crossing.party()));
    }
    Set<String> prefixed = new HashSet<>();
    ids.forEach(id -> prefixed.add(election.election() + ":" + id));
    return prefixed;
  }

  private Optional<Crossing> crossing() {
    Map<PartyCode, Integer> seats = new HashMap<>();
    int count = 0;
    for (Line line : decided) {
      count++;
      int won = seats.getOrDefault(line.party(), 0) + 1;
      seats.put(line.party(), won);
      if (2 * won > election.seats()) {
        return Optional.of(
            new Crossing(line.party(), line.at(), line.seat().seat(), line.seat().name(), count));
      }
    }
    return Optional.empty();
  }

  private List<PartyRow> parties(long valid) {
    Set<PartyCode> parties = new LinkedHashSet<>();
    for (Line line : decided) {
      parties.add(line.party());
      line.declaration().votes().stream()
          .filter(row -> row.votes() > 0)
          .forEach(row -> parties.add(row.party()));
      if (line.gain()) {
        parties.add(line.held());
      }
      if (line.sittingGain()) {
        parties.add(line.seat().sitting().orElseThrow().party());
      }
    }
    List<PartyRow> rows = new ArrayList<>();
    for (PartyCode party : parties) {
      int seats = 0;
      int gains = 0;
      int losses = 0;
      int sittingGains = 0;
      int sittingLosses = 0;
      long votes = 0;
      long comparable = 0;
      long comparableAll = 0;
      long previous = 0;
      long previousAll = 0;
      for (Line line : decided) {
        boolean won = line.party().equals(party);
        seats += won ? 1 : 0;
        gains += won && line.gain() ? 1 : 0;
        losses += line.gain() && line.held().equals(party) ? 1 : 0;
        sittingGains += won && line.sittingGain() ? 1 : 0;
        sittingLosses +=
            line.sittingGain() && line.seat().sitting().orElseThrow().party().equals(party) ? 1 : 0;
        votes += line.votes(party);
        if (line.isCounted() && line.seat().baseline().isPresent()) {
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
              sittingGains,
              sittingLosses,
              sittingGains - sittingLosses,
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
    for (Line line : decided) {
      if (line.gain()) {
        counts.merge(List.of(line.held(), line.party()), 1, Integer::sum);
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
    for (Line line : decided) {
      if (line.overturns()) {
        overturned.add(
            new Overturned(
                line.seat().seat(),
                line.seat().name(),
                line.held(),
                line.party(),
                line.heldBy(),
                line.majority(),
                line.seat().baseline().orElseThrow().basis(),
                line.at(),
                Optional.empty()));
      }
    }
    return overturned;
  }

  /** A majority overturned in its place among the book's and tonight's. */
  private Overturned placed(Overturned figure, List<Overturned> tonight) {
    RecordRank best = null;
    for (RecordScope scope : election.recordBook().scopes()) {
      if (scope.contest() != election.contest()
          || scope.measure() != Measure.MAJORITY_OVERTURNED
          || figure.overturned() < scope.completeFrom().intValueExact()) {
        continue;
      }
      int rank = 1;
      boolean joint = false;
      RecordEntry beaten = null;
      RecordEntry unbeaten = null;
      for (Overturned other : tonight) {
        rank += other.overturned() > figure.overturned() ? 1 : 0;
      }
      for (RecordEntry entry : election.recordBook().entries()) {
        if (entry.contest() != scope.contest()
            || entry.measure() != scope.measure()
            || scope.since().isPresent() && entry.date().isBefore(scope.since().get())) {
          continue;
        }
        int value = entry.value().intValueExact();
        rank += value > figure.overturned() ? 1 : 0;
        joint |= value == figure.overturned();
        if (value < figure.overturned()
            && (beaten == null || value > beaten.value().intValueExact())) {
          beaten = entry;
        }
        if (value > figure.overturned()
            && (unbeaten == null || value < unbeaten.value().intValueExact())) {
          unbeaten = entry;
        }
      }
      boolean better =
          best == null
              || rank < best.rank()
              || rank == best.rank()
                  && scope
                      .since()
                      .orElse(LocalDate.MIN)
                      .isBefore(best.scope().since().orElse(LocalDate.MIN));
      if (rank <= 10 && better) {
        best =
            new RecordRank(
                rank, joint, scope, Optional.ofNullable(beaten), Optional.ofNullable(unbeaten));
      }
    }
    return new Overturned(
        figure.seat(),
        figure.name(),
        figure.from(),
        figure.to(),
        figure.overturned(),
        figure.majority(),
        figure.basis(),
        figure.declaredAt(),
        Optional.ofNullable(best));
  }

  private List<SeatMajority> narrowest() {
    return decided.stream()
        .filter(Line::isContested)
        .map(
            line ->
                new SeatMajority(
                    line.seat().seat(),
                    line.seat().name(),
                    line.party(),
                    line.second().party(),
                    line.majority().getAsInt(),
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

  /** One seat that is declared or rushed. */
  private record Line(Seat seat, Declaration declaration) {

    Instant at() {
      return declaration.declaredAt();
    }

    boolean isCounted() {
      return !declaration.votes().isEmpty();
    }

    boolean isContested() {
      return declaration.votes().size() > 1;
    }

    PartyCode party() {
      return isCounted() ? winner().party() : rushed();
    }

    private PartyCode rushed() {
      if (declaration.party().isPresent()) {
        return declaration.party().get();
      }
      return seat.candidates().stream()
          .filter(candidate -> candidate.candidate().equals(declaration.winner().orElseThrow()))
          .findFirst()
          .orElseThrow()
          .party();
    }

    private CandidateVotes winner() {
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

    OptionalInt majority() {
      return isCounted()
          ? OptionalInt.of(winner().votes() - (isContested() ? second().votes() : 0))
          : OptionalInt.empty();
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

    private long votesBefore(PartyCode party) {
      return seat.baseline().orElseThrow().votes().stream()
          .filter(row -> row.party().equals(party))
          .mapToLong(PartyVotes::votes)
          .sum();
    }

    private boolean stoodThenAndNow(PartyCode party) {
      return declaration.votes().stream().anyMatch(row -> row.party().equals(party))
          && seat.baseline().orElseThrow().votes().stream()
              .anyMatch(row -> row.party().equals(party));
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

    boolean gain() {
      return seat.baseline().isPresent() && !held().equals(party());
    }

    boolean overturns() {
      return gain() && !held().value().equals("Spk") && !party().value().equals("Spk");
    }

    boolean sittingGain() {
      return seat.sitting().isPresent() && !seat.sitting().get().party().equals(party());
    }

    /** From the party that held it, else from the runner-up's, to the winner's. */
    OptionalDouble swing() {
      if (seat.baseline().isEmpty() || !isContested()) {
        return OptionalDouble.empty();
      }
      PartyCode from = gain() ? held() : second().party();
      PartyCode to = party();
      if (from.equals(to) || !stoodThenAndNow(from) || !stoodThenAndNow(to)) {
        return OptionalDouble.empty();
      }
      if (Set.of("Spk", "Ind").contains(from.value())
          || Set.of("Spk", "Ind").contains(to.value())) {
        return OptionalDouble.empty();
      }
      long before = seat.baseline().get().votes().stream().mapToLong(PartyVotes::votes).sum();
      BigDecimal rise = percent(votes(to), valid()).subtract(percent(votesBefore(to), before));
      BigDecimal fall = percent(votesBefore(from), before).subtract(percent(votes(from), valid()));
      return OptionalDouble.of(rounded(rise.add(fall).divide(BigDecimal.valueOf(2))));
    }
  }
}
