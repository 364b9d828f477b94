package electionnight.producer;

import electionnight.domain.Confirmation;
import electionnight.domain.ElectionId;
import electionnight.domain.Input;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says that a result which is being checked is right. */
@Command(
    name = "confirm",
    mixinStandardHelpOptions = true,
    description =
        "Confirms a result that is being checked, so that it counts. Ends when Kafka has it; a"
            + " revision that is not being checked goes to the topic rejected.")
final class ConfirmCommand extends DecisionCommand {
  @Mixin private SeatOption seat;

  @Option(
      names = "--revision",
      paramLabel = "N",
      required = true,
      converter = Revision.class,
      description = "The revision that was checked.")
  private int revision;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      converter = NotBlank.class,
      description = "How it was checked, for all to read.")
  private Optional<String> reason = Optional.empty();

  @Override
  Input decision(ElectionId election, String by, Instant at) {
    return new Confirmation(election, seat.seat(), revision, by, reason, at);
  }

  private static final class Revision implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return WholeNumber.from(1, text);
    }
  }
}
