package electionnight.producer.intake;

import electionnight.cli.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log in a file, written by a thread of its own, so that a disk that is slow or full
 * stops no request: a line that cannot be written is lost, counted and told.
 */
final class AuditFile extends IntakeAudit {
  private static final Logger LOG = LoggerFactory.getLogger(AuditFile.class);
  private static final int MOST_WAITING = 10_000;
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
  private static final String END = "";

  private final Path path;
  private final FileChannel file;
  private final Duration closeWithin;
  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong lost = new AtomicLong();
  private final Thread thread = new Thread(this::run, "intake-audit");
  private boolean failing;

  private AuditFile(Path path, FileChannel file, Duration closeWithin) {
    this.path = path;
    this.file = file;
    this.closeWithin = closeWithin;
    thread.setDaemon(true);
    thread.start();
  }

  static AuditFile open(Path path) {
    return open(path, CLOSE_WITHIN);
  }

  /**
   * @param closeWithin how long a disk may take at the end
   */
  static AuditFile open(Path path, Duration closeWithin) {
    try {
      return new AuditFile(
          path,
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
          closeWithin);
    } catch (IOException e) {
      throw new UserError(
          "The audit log " + path + " cannot be written; name another with --intake-audit.", e);
    }
  }

  @Override
  void tell(AuditLine line) {
    if (!waiting.offer(line.json())) {
      lost.incrementAndGet();
    }
  }

  @Override
  public long lost() {
    return lost.get();
  }

  private void run() {
    try {
      for (String line = waiting.take(); !line.equals(END); line = waiting.take()) {
        write(line);
      }
    } catch (InterruptedException e) {
      waiting.remove(END);
      lost.addAndGet(waiting.size());
      LOG.warn("{} lines of {} are not written", waiting.size(), path);
    }
  }

  private void write(String line) {
    // Of a line that failed a part may be there.
    String start = failing ? "\n" : "";
    ByteBuffer bytes = ByteBuffer.wrap((start + line + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      if (failing) {
        failing = false;
        LOG.warn("{} is written again; {} lines are lost", path, lost.get());
      }
    } catch (IOException e) {
      lost.incrementAndGet();
      if (!failing) {
        failing = true;
        LOG.error("{} cannot be written, and requests are not kept in it: {}", path, e.toString());
      }
    }
  }

  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      // Before a disk that hangs there may be no room left for the end.
      if (waiting.offer(END, closeWithin.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.join(closeWithin.toMillis());
      }
      thread.interrupt();
      thread.join(closeWithin.toMillis());
      file.close();
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (IOException e) {
      LOG.warn("{} was not closed: {}", path, e.toString());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
