package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.ElectionId;
import electionnight.domain.Update;
import java.util.List;
import java.util.Optional;

record OnlyAlerts() implements Selection {
  private record Part(ElectionId election, long revision, List<Alert> alerts) {}

  @Override
  public byte[] snapshot(NightView night) {
    return NightJson.alerts(night);
  }

  @Override
  public Optional<byte[]> update(Update update, byte[] json, Replaced before) {
    return update.alerts().isEmpty()
        ? Optional.empty()
        : Optional.of(
            NightJson.write(new Part(update.election(), update.revision(), update.alerts())));
  }
}
