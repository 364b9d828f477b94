package electionnight.producer;

import electionnight.cli.Ids;
import electionnight.domain.SeatId;
import picocli.CommandLine.Option;

/** The seat that a decision is about. */
final class SeatOption {
  @Option(
      names = "--seat",
      paramLabel = "ID",
      required = true,
      converter = Ids.OfSeat.class,
      description = "The seat's code, such as E14000813.")
  private SeatId seat;

  SeatId seat() {
    return seat;
  }
}
