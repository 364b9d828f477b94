package electionnight.producer.night;

import electionnight.cli.UserError;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A recorded night as a folder of CSV files that people can open in a spreadsheet. The format is
 * described in {@code docs/night-format.md}.
 */
public final class NightFolder {
  private NightFolder() {}

  /**
   * Reads a folder. The record book is not in it: it is the product's, as it stood before the
   * night's polling day.
   *
   * @throws UserError naming file, line, column, value and what was expected, when it is malformed
   */
  public static RecordedNight read(Path folder) {
    if (!Files.exists(folder)) {
      throw new UserError("There is no folder " + folder + ".");
    }
    if (!Files.isDirectory(folder)) {
      throw new UserError(folder + " is a file, but a night is a folder.");
    }
    return new NightReader(
            folder.toString(),
            file -> {
              Path path = folder.resolve(file);
              return Files.exists(path) ? Optional.of(CsvTable.bytes(path)) : Optional.empty();
            })
        .read();
  }

  /**
   * Writes a folder, always with the same bytes for the same night. Creates it where it is missing;
   * a night that is already there is replaced.
   *
   * @throws UserError when the folder holds something else than a night, or cannot be written
   */
  public static void write(RecordedNight night, Path folder) {
    try {
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new UserError(folder + " is a file, but a night is a folder.");
      }
      Files.createDirectories(folder);
      if (!Files.exists(folder.resolve(NightFiles.ELECTION)) && !isEmpty(folder)) {
        throw new UserError(
            "The folder " + folder + " is not empty and holds no night; give another.");
      }
      NightWriter.write(night, folder);
    } catch (IOException e) {
      String reason =
          e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
      throw new UserError(
          "The night cannot be written to "
              + folder
              + (reason == null ? "" : " (" + reason + ")")
              + ".",
          e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
