package electionnight.dashboard.tail;

import electionnight.cli.UserError;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;

/** The log to be followed. */
public interface Log {
  /**
   * Makes sure that the topics are as they have to be and opens a consumer that nothing has been
   * assigned to.
   *
   * @throws ExecutionException when the cluster cannot be reached
   * @throws UserError when a topic or a right is missing, which waiting does not mend
   */
  Consumer<byte[], byte[]> open() throws ExecutionException, InterruptedException;

  /** Where it is, for people. */
  String place();
}
