package electionnight.producer;

import electionnight.domain.AlertSwitch;
import electionnight.domain.ElectionId;
import electionnight.domain.Input;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The kill switch of alerts. */
abstract sealed class AlertSwitchCommand extends DecisionCommand {
  private final boolean stopped;

  @Mixin private ReasonOption reason;

  private AlertSwitchCommand(boolean stopped) {
    this.stopped = stopped;
  }

  @Override
  final Input decision(ElectionId election, String by, Instant at) {
    return new AlertSwitch(election, stopped, by, reason.reason(), at);
  }

  @Command(
      name = "stop-alerts",
      mixinStandardHelpOptions = true,
      description = "Stops the alerts of a night while its results flow.")
  static final class Stop extends AlertSwitchCommand {
    Stop() {
      super(true);
    }
  }

  @Command(
      name = "resume-alerts",
      mixinStandardHelpOptions = true,
      description = "Lets alerts flow again, first of all what was held back.")
  static final class Resume extends AlertSwitchCommand {
    Resume() {
      super(false);
    }
  }
}
