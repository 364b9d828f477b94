package electionnight.producer;

import electionnight.domain.ElectionId;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The hold switch of one seat. */
abstract sealed class HoldCommand extends DecisionCommand {
  private final boolean held;

  @Mixin private SeatOption seat;

  @Mixin private ReasonOption reason;

  private HoldCommand(boolean held) {
    this.held = held;
  }

  @Override
  final Input decision(ElectionId election, String by, Instant at) {
    return new Hold(election, seat.seat(), held, by, reason.reason(), at);
  }

  @Command(
      name = "hold",
      mixinStandardHelpOptions = true,
      description =
          "Holds a seat: nothing said of it counts, and no alert about its result stands.")
  static final class On extends HoldCommand {
    On() {
      super(true);
    }
  }

  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      description = "Releases a seat that is held: what was said last counts.")
  static final class Off extends HoldCommand {
    Off() {
      super(false);
    }
  }
}
