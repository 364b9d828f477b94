package electionnight.preflight;

import java.util.List;
import java.util.concurrent.ExecutionException;

/** Looks at one side of a cluster. */
interface Check {
  /** Such as {@code brokers}. */
  String name();

  /**
   * What is found; never empty.
   *
   * @throws ExecutionException when the cluster does not answer, or refuses
   */
  List<Finding> look(Patient patient) throws ExecutionException, InterruptedException;
}
