package electionnight.producer.source;

import java.util.concurrent.TimeUnit;

/** The time by which a replay is paced; it never jumps. */
interface MonotonicClock {
  MonotonicClock SYSTEM =
      new MonotonicClock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(nanos);
        }
      };

  /** Nanoseconds since some moment; only differences mean something. */
  long nanoTime();

  void sleep(long nanos) throws InterruptedException;
}
