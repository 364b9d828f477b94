package electionnight.producer;

import electionnight.producer.intake.IntakeAudit;
import electionnight.producer.intake.IntakeSettings;
import electionnight.producer.intake.IntakeSources;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the HTTP intake. */
final class IntakeOptions {
  private static final String TOKEN_VARIABLE = "ELECTION_NIGHT_INTAKE_TOKEN";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--intake-port",
      paramLabel = "PORT",
      converter = Port.class,
      description =
          "Takes POST /declarations, /confirmations, /holds and /alert-switches on this port; 0 for"
              + " any free one.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--intake-host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address the intake listens on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--intake-tokens",
      paramLabel = "FILE",
      description =
          "Who may send what, each with a token of its own and a limit; JSON, see docs/intake.md.")
  private Optional<Path> tokens = Optional.empty();

  @Option(
      names = "--intake-token-file",
      paramLabel = "FILE",
      description =
          "Holds the one token of all who send, who then may send anything; without it, the"
              + " environment variable "
              + TOKEN_VARIABLE
              + " does.")
  private Optional<Path> tokenFile = Optional.empty();

  @Option(
      names = "--intake-audit",
      paramLabel = "FILE",
      description =
          "Gets a line of JSON for each request that was answered; without it, the log does, as"
              + " electionnight.audit.")
  private Optional<Path> audit = Optional.empty();

  /** Whether there is to be an intake. */
  boolean isAsked() {
    return port.isPresent();
  }

  String host() {
    return host;
  }

  /** Refuses options that do nothing, or contradict each other. */
  void check() {
    if (!isAsked()) {
      refuse(tokens.isPresent(), "--intake-tokens is for --intake-port");
      refuse(tokenFile.isPresent(), "--intake-token-file is for --intake-port");
      refuse(audit.isPresent(), "--intake-audit is for --intake-port");
    }
    refuse(
        tokens.isPresent() && tokenFile.isPresent(),
        "--intake-tokens and --intake-token-file cannot go together; take one of them");
  }

  /**
   * The intake, where one is asked for.
   *
   * @throws electionnight.cli.UserError when a file that is named cannot be used
   */
  Optional<IntakeSettings> settings() {
    return port.map(
        number ->
            new IntakeSettings(
                host, number, sources(), audit.map(IntakeAudit::in).orElseGet(IntakeAudit::inLog)));
  }

  private IntakeSources sources() {
    return tokens
        .map(file -> IntakeSources.in(file, System::getenv))
        .or(() -> tokenFile.map(IntakeSources::one))
        .or(() -> Optional.ofNullable(System.getenv(TOKEN_VARIABLE)).map(IntakeSources::one))
        .orElseThrow(
            () ->
                mistake(
                    "The intake needs tokens: give --intake-tokens or --intake-token-file, or set "
                        + TOKEN_VARIABLE));
  }

  private void refuse(boolean isWrong, String sentence) {
    if (isWrong) {
      throw mistake(sentence);
    }
  }

  private ParameterException mistake(String sentence) {
    return new ParameterException(spec.commandLine(), sentence + ".");
  }

  private static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return WholeNumber.between(0, 65_535, text);
    }
  }
}
