package electionnight.audit;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that prove and mend, as a program of their own. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Proves what was published, explains it, and mends what was rejected.",
    subcommands = {VerifyCommand.class, ExplainCommand.class, RejectedCommand.class})
final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what: verify, explain or rejected.");
  }
}
