package electionnight.preflight;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that ops use before a night. */
@Command(
    name = "preflight",
    mixinStandardHelpOptions = true,
    description = "Makes a Kafka cluster ready for a night, and says what is wrong with one.",
    subcommands = {TopicsCommand.class, AclsCommand.class, DoctorCommand.class})
public final class PreflightCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what: topics, acls or doctor.");
  }
}
