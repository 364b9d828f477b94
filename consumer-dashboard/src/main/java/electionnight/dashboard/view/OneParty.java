package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.ElectionId;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyRow;
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
            NightJson.alertsOf(night, this::isAbout)));
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
    List<Alert> alerts = before.alerts(update, this::isAbout);
    return row.equals(row(before.scoreboard())) && seats.isEmpty() && alerts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            NightJson.write(new Part(update.election(), update.revision(), row, seats, alerts)));
  }

  private Optional<PartyRow> row(Scoreboard scoreboard) {
    return scoreboard.parties().stream().filter(row -> row.party().equals(party)).findFirst();
  }

  private boolean isWonOrLost(SeatReport report) {
    return Concerned.wonOrLost(report).anyMatch(party::equals);
  }

  private boolean isAbout(Concerned concerned) {
    return concerned.parties().contains(party);
  }
}
