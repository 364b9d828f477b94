package electionnight.producer.progress;

import electionnight.cli.PlainText;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Confirmation;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What a person decided of a night, as others at the desk read it. */
public final class Decisions {
  private Decisions() {}

  /**
   * One sentence that says what was decided, by whom, and where it stands in the log. It does not
   * say that it has effect: that is for the fold. Empty where the input is no person's decision.
   */
  public static Optional<String> sentence(Input input, RecordMetadata at) {
    return words(input).map(words -> PlainText.of(words + " is on the log at " + at + "."));
  }

  private static Optional<String> words(Input input) {
    if (input instanceof Confirmation confirmation) {
      return Optional.of(
          "The confirmation of revision "
              + confirmation.revision()
              + " of "
              + confirmation.seat()
              + in(input, confirmation.by()));
    } else if (input instanceof Hold hold) {
      return Optional.of(
          (hold.held() ? "The hold of " : "The release of ") + hold.seat() + in(input, hold.by()));
    } else if (input instanceof AlertSwitch change) {
      return Optional.of(
          (change.stopped() ? "The stop of alerts" : "The resumption of alerts")
              + in(input, change.by()));
    }
    return Optional.empty();
  }

  private static String in(Input input, String by) {
    return " in " + input.election() + " by " + by;
  }
}
