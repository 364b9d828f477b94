package electionnight.producer.source;

import electionnight.cli.UserError;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Publisher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Publishes the files that are put into a folder: {@code *.jsonl} with a message on each line,
 * {@code *.json} with one message. A file is moved to the folder {@code done} inside it once Kafka
 * has acknowledged all that was in it, so a file that was not finished when the program died is
 * published again, which is safe.
 *
 * <p>A file that cannot be read or moved is tried again until it can.
 *
 * <p>Whoever writes a file should write it elsewhere on the same disk, or under a name that starts
 * with {@code .} or ends in {@code .part} or {@code .tmp}, which are ignored, and then rename it.
 * For those who do not, a file is taken only when it is not empty and has not changed for a moment,
 * and taken again when it changed while it was read.
 */
public final class WatchedFolder {
  private static final String DONE = "done";
  private static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  // Folders on a network may change without telling.
  private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Inbox inbox;
  private final Progress progress;
  private final Path folder;
  private final FailedFiles failed;
  private final Map<Path, Seen> seen = new HashMap<>();

  /**
   * @param folder must be there; {@code done} is made in it
   * @param failed is told which files could not be taken
   */
  public WatchedFolder(Publisher publisher, Progress progress, Path folder, FailedFiles failed) {
    this.inbox = new Inbox(publisher.as("folder"), progress);
    this.progress = progress;
    this.folder = folder;
    this.failed = failed;
  }

  /**
   * Takes files until it is interrupted.
   *
   * @throws InterruptedException when told to stop
   * @throws UserError when the folder cannot be watched, or Kafka has given up on a message
   */
  public void run() throws InterruptedException {
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(
          watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      Files.createDirectories(folder.resolve(DONE));
      while (true) {
        long pause = takeSettled() ? LOOK_AGAIN_NANOS : SETTLED_NANOS;
        WatchKey changed = watch.poll(pause, TimeUnit.NANOSECONDS);
        if (changed != null) {
          // What happened does not matter: the folder itself is looked at.
          changed.pollEvents();
          changed.reset();
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new UserError("There is no folder " + folder + " to watch.", e);
    } catch (IOException e) {
      throw new UserError("The folder " + folder + " cannot be watched: " + e.getMessage(), e);
    } finally {
      progress.end();
    }
  }

  /** Takes what has settled; says whether all has. */
  private boolean takeSettled() throws IOException, InterruptedException {
    List<Path> waiting = waiting();
    seen.keySet().retainAll(waiting);
    failed.retainAll(waiting);
    boolean all = true;
    for (Path file : waiting) {
      Optional<Look> look = look(file);
      if (look.isEmpty()) {
        continue;
      }
      Seen before = seen.get(file);
      if (before == null || !before.look().equals(look.get())) {
        seen.put(file, new Seen(look.get(), System.nanoTime() + SETTLED_NANOS, false));
        all = false;
      } else if (System.nanoTime() - before.takenAt() >= 0) {
        all &= take(file, before);
      } else {
        all &= failed.contains(file);
      }
    }
    return all;
  }

  private List<Path> waiting() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, WatchedFolder::isOurs)) {
      all.forEach(files::add);
    }
    Collections.sort(files);
    return files;
  }

  private static boolean isOurs(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".")
        && (name.endsWith(".json") || name.endsWith(".jsonl"))
        && Files.isRegularFile(file);
  }

  /** How a file looks now; empty for one that is empty or gone. */
  private static Optional<Look> look(Path file) throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.size() == 0
          ? Optional.empty()
          : Optional.of(new Look(now.size(), now.lastModifiedTime()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Publishes a file and puts it away; says whether that is done with for now. */
  private boolean take(Path file, Seen before) throws InterruptedException {
    String name = file.getFileName().toString();
    boolean isPublished = before.isPublished();
    try {
      if (!isPublished) {
        publish(file, name);
        if (!look(file).equals(Optional.of(before.look()))) {
          return false;
        }
        isPublished = true;
      }
      putAway(file, name);
      seen.remove(file);
      if (failed.remove(file)) {
        progress.note(name + " is taken now.");
      }
    } catch (IOException e) {
      seen.put(file, new Seen(before.look(), System.nanoTime() + LOOK_AGAIN_NANOS, isPublished));
      if (failed.add(file)) {
        progress.note(
            name + " cannot be taken and stays where it is; it is tried again: " + e + ".");
      }
    }
    return true;
  }

  private void publish(Path file, String name) throws IOException, InterruptedException {
    try (InputStream in = Files.newInputStream(file)) {
      if (name.endsWith(".jsonl")) {
        JsonLines.publish(inbox, MonotonicClock.SYSTEM, Lines.of(in), line -> name + line.place());
      } else {
        JsonLines.publish(
            inbox, MonotonicClock.SYSTEM, Lines.whole(in), line -> name + line.partText());
      }
    }
  }

  private void putAway(Path file, String name) throws IOException {
    Path done = folder.resolve(DONE);
    Path to = done.resolve(name);
    for (int copy = 2; ; copy++) {
      try {
        Files.move(file, to);
        return;
      } catch (FileAlreadyExistsException e) {
        to = done.resolve(name + "." + copy);
      }
    }
  }

  /** What tells that a file was written to. */
  private record Look(long size, FileTime modified) {}

  /**
   * @param takenAt the monotonic time from which it is taken, unless it changes
   * @param isPublished all that is left is to put it away
   */
  private record Seen(Look look, long takenAt, boolean isPublished) {}
}
