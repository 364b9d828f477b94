package electionnight.producer.intake;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies may be there at once, from before the first is received until Kafka has
 * acknowledged: while it is away, senders go on. Safe for use by many threads.
 */
final class BodyBudget {
  private final long most;
  private final AtomicLong reserved = new AtomicLong();

  BodyBudget(long most) {
    this.most = most;
  }

  /** Room for so many bytes; empty where there is none left. */
  Optional<Reservation> reserve(long bytes) {
    if (reserved.addAndGet(bytes) > most) {
      reserved.addAndGet(-bytes);
      return Optional.empty();
    }
    return Optional.of(new Reservation(bytes));
  }

  /** Room that is taken until it is released. */
  final class Reservation {
    private final AtomicLong bytes;

    private Reservation(long bytes) {
      this.bytes = new AtomicLong(bytes);
    }

    /** Hands on what is needed of it, and gives back the rest. */
    Reservation handOn(long needed) {
      reserved.addAndGet(needed);
      release();
      return new Reservation(needed);
    }

    /** Gives the room back; doing so again does nothing. */
    void release() {
      reserved.addAndGet(-bytes.getAndSet(0));
    }
  }
}
