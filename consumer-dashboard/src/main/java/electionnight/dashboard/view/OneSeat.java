package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.ElectionId;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import java.util.List;
import java.util.Optional;

record OneSeat(SeatId seat) implements Selection {
  private record Part(
      ElectionId election, long revision, List<SeatReport> seats, List<Alert> alerts) {}

  @Override
  public byte[] snapshot(NightView night) {
    return NightJson.write(
        new Part(
            night.election().election(),
            night.revision(),
            night.seat(seat).map(SeatView::report).stream().toList(),
            NightJson.alertsOf(night, this::isAbout)));
  }

  @Override
  public Optional<byte[]> update(Update update, byte[] json, Replaced before) {
    List<SeatReport> reports =
        update.seats().stream().filter(report -> report.seat().equals(seat)).toList();
    List<Alert> alerts = before.alerts(update, this::isAbout);
    return reports.isEmpty() && alerts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            NightJson.write(new Part(update.election(), update.revision(), reports, alerts)));
  }

  private boolean isAbout(Concerned concerned) {
    return concerned.seats().contains(seat);
  }
}
