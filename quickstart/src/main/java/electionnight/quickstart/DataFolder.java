package electionnight.quickstart;

import electionnight.cli.UserError;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a run keeps its data: a folder that stays, or a temporary one that goes with the run. */
final class DataFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  private final Path path;
  private final boolean temporary;

  private DataFolder(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /**
   * @param chosen made where it is not there yet; empty for a temporary folder
   * @throws UserError when the folder cannot be made
   */
  static DataFolder open(Optional<Path> chosen) {
    try {
      return chosen.isPresent()
          ? new DataFolder(Files.createDirectories(chosen.get().toAbsolutePath()), false)
          : new DataFolder(Files.createTempDirectory("election-night-"), true);
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
    return path.resolve("kafka");
  }

  /** The fold's state stores. */
  Path streams() {
    return path.resolve("streams");
  }

  @Override
  public void close() {
    if (!temporary) {
      return;
    }
    try {
      Files.walkFileTree(path, new Delete());
    } catch (IOException e) {
      LOG.warn("the temporary folder {} could not be removed: {}", path, e.toString());
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
