package electionnight.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Work that ends when its thread is interrupted, closing what it opened. */
@FunctionalInterface
public interface Interruptible {
  void run() throws InterruptedException;

  /**
   * Runs work on this thread so that SIGTERM and Ctrl-C interrupt it, and the process ends when it
   * has closed what it opened, after 20 seconds at the latest.
   */
  static void bySignals(Interruptible work) throws InterruptedException {
    bySignals(work, () -> {});
  }

  /**
   * The same for work that only a signal ends: the process then ends with exit code 0, where a
   * JVM's own is 128 and the signal's number. What the work wrote it must have flushed.
   */
  static void untilStopped(Interruptible work) throws InterruptedException {
    bySignals(work, () -> Runtime.getRuntime().halt(Launcher.OK));
  }

  private static void bySignals(Interruptible work, Runnable stopped) throws InterruptedException {
    Thread working = Thread.currentThread();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> stop(working, ended, stopped), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      work.run();
    } finally {
      ended.countDown();
    }
  }

  private static void stop(Thread working, CountDownLatch ended, Runnable stopped) {
    if (ended.getCount() == 0) {
      return;
    }
    working.interrupt();
    try {
      if (ended.await(20, TimeUnit.SECONDS)) {
        stopped.run();
      } else {
        LoggerFactory.getLogger(Interruptible.class).warn("did not stop within 20 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
