package electionnight.dashboard.tail;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;

/** The log to be followed. */
public interface Log {
  /**
   * Makes sure that the topics are there and opens a consumer that nothing has been assigned to.
   *
   * @throws ExecutionException when the cluster refuses or cannot be reached
   */
  Consumer<byte[], byte[]> open() throws ExecutionException, InterruptedException;

  /** Where it is, for people. */
  String place();
}
