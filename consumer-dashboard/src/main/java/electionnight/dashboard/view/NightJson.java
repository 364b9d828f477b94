package electionnight.dashboard.view;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import electionnight.domain.Alert;
import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.CandidateResult;
import electionnight.domain.Checking;
import electionnight.domain.Contest;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Hex;
import electionnight.domain.Hold;
import electionnight.domain.Ledgers;
import electionnight.domain.Majority;
import electionnight.domain.Mode;
import electionnight.domain.Outcome;
import electionnight.domain.PartyCode;
import electionnight.domain.Result;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Status;
import electionnight.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The documents that show nights to readers, each one JSON object in UTF-8. */
public final class NightJson {
  static final Comparator<Result> NEWEST_DECLARED_FIRST =
      Comparator.comparing(Result::declaredAt).reversed().thenComparing(Result::seat);

  private static final Comparator<SeatView> CHANGED_LAST_FIRST =
      Comparator.comparing(SeatView::changed)
          .reversed()
          .thenComparing(seat -> seat.report().seat());

  private NightJson() {}

  /** A line for each night, in the order given. */
  public static byte[] list(List<NightView> nights) {
    return write(new NightList(nights.stream().map(NightLine::of).toList()));
  }

  /** What is known before the count: the election and its seats. */
  public static byte[] reference(NightView night) {
    return write(
        new Reference(
            night.election(), night.seats().values().stream().map(SeatLine::of).toList()));
  }

  /** Every result in full, the newest declared first. */
  public static byte[] results(NightView night) {
    return write(
        new Results(night.election().election(), night.revision(), newest(night).toList()));
  }

  /** Every alert as it stands, the one that changed last first. */
  public static byte[] alerts(NightView night) {
    return write(new Alerts(night.election().election(), night.revision(), alertsOf(night)));
  }

  /** A seat as it stands, and how it came to that. */
  public static byte[] seat(NightView night, SeatView seat) {
    return write(
        new WholeSeat(
            night.election().election(),
            night.revision(),
            seat.report(),
            seat.history(),
            seat.forgotten()));
  }

  /** Every seat that is being checked or held, with the reasons. */
  public static byte[] checking(NightView night) {
    return write(
        new Checks(
            night.election().election(),
            night.revision(),
            night
                .reports()
                .filter(report -> report.checking().isPresent() || report.held().isPresent())
                .map(Check::of)
                .toList()));
  }

  /** Gains and losses on both bases, and where the two differ. */
  public static byte[] ledgers(NightView night) {
    return write(new BothLedgers(night.election().election(), night.revision(), night.ledgers()));
  }

  /**
   * All that changes in a night: a short line for each result, what else is public of a seat, the
   * seats of both, the one that changed last first, and the alerts without their receipts, which
   * are hashes and would be most of its bytes.
   */
  public static byte[] snapshot(NightView night) {
    return write(
        new Whole(
            night.election().election(),
            night.revision(),
            night.log(),
            night.scoreboard(),
            newest(night).map(ResultLine::of).toList(),
            night.reports().map(NightJson::notice).filter(NightJson::saysAnything).toList(),
            night.counts().values().stream()
                .sorted(CHANGED_LAST_FIRST)
                .filter(seat -> !seat.isSilent())
                .map(seat -> seat.report().seat())
                .toList(),
            alertsOf(night)));
  }

  private static SeatReport notice(SeatReport report) {
    return new SeatReport(
        report.seat(),
        report.name(),
        Optional.empty(),
        report.announced(),
        report.checking(),
        report.held(),
        report.correction());
  }

  /** Whether something is public beside a result. */
  static boolean saysAnything(SeatReport notice) {
    return notice.announced().isPresent()
        || notice.checking().isPresent()
        || notice.held().isPresent()
        || notice.correction().isPresent();
  }

  static List<Alert> alertsOf(NightView night) {
    return alertsOf(night, any -> true);
  }

  /** Those that have been about something. */
  static List<Alert> alertsOf(NightView night, Predicate<Concerned> something) {
    return night.alerts().stream()
        .filter(view -> something.test(view.concerned()))
        .map(AlertView::alert)
        .toList();
  }

  static Stream<Result> newest(NightView night) {
    return night.results().sorted(NEWEST_DECLARED_FIRST);
  }

  static byte[] write(Object document) {
    try {
      return Json.shared().writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a " + document.getClass() + " cannot be written", e);
    }
  }

  private record NightList(List<NightLine> nights) {}

  private record NightLine(
      ElectionId election,
      String name,
      Contest contest,
      LocalDate date,
      ZoneId zone,
      Mode mode,
      int seats,
      int declared,
      long revision) {

    static NightLine of(NightView night) {
      Election election = night.election();
      return new NightLine(
          election.election(),
          election.name(),
          election.contest(),
          election.date(),
          election.zone(),
          election.mode(),
          election.seats(),
          night.scoreboard().declared(),
          night.revision());
    }
  }

  private record Reference(Election election, List<SeatLine> seats) {}

  private record SeatLine(
      SeatId seat,
      String name,
      String region,
      String nation,
      int electorate,
      Optional<Hex> hex,
      Optional<Held> held) {

    static SeatLine of(Seat seat) {
      return new SeatLine(
          seat.seat(),
          seat.name(),
          seat.region(),
          seat.nation(),
          seat.electorate(),
          seat.hex(),
          seat.baseline().map(Held::of));
    }
  }

  private record Held(PartyCode party, int majority, Basis basis) {
    static Held of(Baseline baseline) {
      return new Held(baseline.winner(), baseline.majority(), baseline.basis());
    }
  }

  private record Results(ElectionId election, long revision, List<Result> results) {}

  private record Alerts(ElectionId election, long revision, List<Alert> alerts) {}

  private record WholeSeat(
      ElectionId election,
      long revision,
      SeatReport report,
      List<SeatRevision> history,
      int forgotten) {}

  private record Checks(ElectionId election, long revision, List<Check> seats) {}

  private record Check(SeatId seat, String name, Optional<Checking> checking, Optional<Hold> held) {
    static Check of(SeatReport report) {
      return new Check(report.seat(), report.name(), report.checking(), report.held());
    }
  }

  private record BothLedgers(ElectionId election, long revision, Ledgers ledgers) {}

  private record Whole(
      ElectionId election,
      long revision,
      String log,
      Scoreboard scoreboard,
      List<ResultLine> results,
      List<SeatReport> notices,
      List<SeatId> newest,
      @JsonIgnoreProperties("receipt") List<Alert> alerts) {}

  private record ResultLine(
      SeatId seat,
      String name,
      String winner,
      PartyCode party,
      Optional<PartyCode> second,
      Optional<Outcome> outcome,
      OptionalInt majority,
      OptionalDouble majorityShare,
      OptionalInt overturned,
      OptionalDouble turnout,
      Instant declaredAt,
      Status status,
      int revision,
      Optional<String> reason) {

    static ResultLine of(Result result) {
      return new ResultLine(
          result.seat(),
          result.name(),
          result.winner(),
          result.party(),
          result.candidates().stream().skip(1).findFirst().map(CandidateResult::party),
          result.outcome(),
          SeatRevision.votes(result),
          result.majority().stream().mapToDouble(Majority::share).findFirst(),
          result.overturned(),
          result.turnout(),
          result.declaredAt(),
          result.status(),
          result.revision(),
          result.reason());
    }
  }
}
