package electionnight.quickstart;

import electionnight.cli.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a run keeps its data: a folder that stays, or a temporary one that goes with the run. */
final class DataFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  /** Where the broker's log is in it. */
  static final String KAFKA = "kafka";

  private final Path path;
  private final boolean temporary;
  private final FileChannel lock;

  private DataFolder(Path path, boolean temporary) throws IOException {
    this.path = path;
    this.temporary = temporary;
    this.lock =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /**
   * @param chosen made where it is not there yet; empty for a temporary folder
   * @throws UserError when the folder cannot be made, or another run uses it
   */
  static DataFolder open(Optional<Path> chosen) {
    try {
      DataFolder folder =
          chosen.isPresent()
              ? new DataFolder(Files.createDirectories(chosen.get().toAbsolutePath()), false)
              : new DataFolder(Files.createTempDirectory("election-night-"), true);
      // A second broker on one folder would break the first before it noticed.
      if (folder.lock.tryLock() == null) {
        folder.lock.close();
        throw new UserError("The data folder " + folder.path + " is in use by another run.");
      }
      return folder;
    } catch (OverlappingFileLockException e) {
      throw new UserError("The data folder is in use by this very process.", e);
    } catch (IOException e) {
      throw new UserError(
          "The data folder "
              + chosen.map(Path::toString).orElse("in the temporary folder")
              + " cannot be made: "
              + e.getMessage(),
          e);
    }
  }

  /** The broker's log, and with it the whole night. */
  Path kafka() {
    return path.resolve(KAFKA);
  }

  /** The fold's state stores. */
  Path streams() {
    return path.resolve("streams");
  }

  @Override
  public void close() {
    try {
      lock.close();
      if (!temporary) {
        return;
      }
      Files.walkFileTree(path, new Delete());
    } catch (IOException e) {
      LOG.warn("the data folder {} could not be given back: {}", path, e.toString());
    }
  }

  private static final class Delete extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
