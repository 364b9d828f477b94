package electionnight.dashboard.view;

import electionnight.domain.Update;
import java.util.Optional;

record WholeNight() implements Selection {
  @Override
  public byte[] snapshot(NightView night) {
    return NightJson.snapshot(night);
  }

  @Override
  public Optional<byte[]> update(Update update, byte[] json, Replaced before) {
    return Optional.of(json);
  }
}
