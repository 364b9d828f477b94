package electionnight.producer;

import picocli.CommandLine.Option;

/** Why somebody uses a switch. */
final class ReasonOption {
  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      converter = NotBlank.class,
      description = "Why, for all to read.")
  private String reason;

  String reason() {
    return reason;
  }
}
