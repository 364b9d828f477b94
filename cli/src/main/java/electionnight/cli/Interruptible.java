package electionnight.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that ends when its thread is interrupted, closing what it opened. */
@FunctionalInterface
public interface Interruptible {
  void run() throws InterruptedException;

  /**
   * Runs work on this thread so that SIGTERM and Ctrl-C interrupt it, and the process ends when it
   * has closed what it opened, after 10 seconds at the latest.
   */
  static void bySignals(Interruptible work) throws InterruptedException {
    bySignals(work, exitCode -> {});
  }

  /**
   * The same for work that only a signal ends: the process then ends with exit code 0, where a
   * JVM's own is 128 and the signal's number, or with 1 where the work failed while it was closing.
   * What the work wrote it must have flushed.
   */
  static void untilStopped(Interruptible work) throws InterruptedException {
    bySignals(work, Runtime.getRuntime()::halt);
  }

  private static void bySignals(Interruptible work, IntConsumer stopped)
      throws InterruptedException {
    Thread working = Thread.currentThread();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(working, ended, stopped), "stop"));
    try {
      work.run();
      ended.complete(null);
    } catch (InterruptedException e) {
      ended.complete(null);
      throw e;
    } catch (RuntimeException | Error e) {
      ended.completeExceptionally(e);
      throw e;
    }
  }

  private static void stop(Thread working, CompletableFuture<Void> ended, IntConsumer stopped) {
    if (ended.isDone()) {
      return;
    }
    Logger log = LoggerFactory.getLogger(Interruptible.class);
    Duration patience = Duration.ofSeconds(10);
    working.interrupt();
    try {
      ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      stopped.accept(Launcher.OK);
    } catch (ExecutionException e) {
      log.error("did not stop as it should: {}", e.getCause().getMessage());
      stopped.accept(Launcher.FAILED);
    } catch (TimeoutException e) {
      log.error("did not stop within {} s", patience.toSeconds());
      stopped.accept(Launcher.FAILED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
