package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.ElectionId;
import electionnight.domain.Outcome;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyRow;
import electionnight.domain.Result;
import electionnight.domain.Scoreboard;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

record OneParty(PartyCode party) implements Selection {
  private record Part(
      ElectionId election,
      long revision,
      Optional<PartyRow> party,
      List<SeatReport> seats,
      List<Alert> alerts) {}

  @Override
  public byte[] snapshot(NightView night) {
    return NightJson.write(
        new Part(
            night.election().election(),
            night.revision(),
            row(night.scoreboard()),
            night.reports().filter(this::isWonOrLost).toList(),
            naming(NightJson.alertsOf(night))));
  }

  @Override
  public Optional<byte[]> update(Update update, byte[] json, Replaced before) {
    Optional<PartyRow> row = row(update.scoreboard());
    List<SeatReport> seats =
        update.seats().stream()
            .filter(
                report ->
                    Stream.of(report, before.seats().getOrDefault(report.seat(), report))
                        .anyMatch(this::isWonOrLost))
            .toList();
    List<Alert> alerts = naming(update.alerts());
    return row.equals(row(before.scoreboard())) && seats.isEmpty() && alerts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            NightJson.write(new Part(update.election(), update.revision(), row, seats, alerts)));
  }

  private Optional<PartyRow> row(Scoreboard scoreboard) {
    return scoreboard.parties().stream().filter(row -> row.party().equals(party)).findFirst();
  }

  private boolean isWonOrLost(SeatReport report) {
    return report.result().filter(result -> isWon(result) || isLost(result)).isPresent();
  }

  private boolean isWon(Result result) {
    return result.party().equals(party);
  }

  private boolean isLost(Result result) {
    return Stream.of(result.outcome(), result.sitting())
        .flatMap(Optional::stream)
        .map(Outcome::from)
        .anyMatch(party::equals);
  }

  private List<Alert> naming(List<Alert> alerts) {
    return alerts.stream()
        .filter(
            alert ->
                Stream.concat(Stream.of(alert.facts()), alert.was().stream())
                    .flatMap(facts -> Stream.of(facts.party(), facts.from()))
                    .flatMap(Optional::stream)
                    .anyMatch(party::equals))
        .toList();
  }
}
