package electionnight.producer.night;

import electionnight.cli.UserError;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a recorded night wherever it is. */
public final class Nights {
  private Nights() {}

  /**
   * Opens one of the bundled nights, or a folder.
   *
   * @param nameOrFolder a name of {@link BundledNights#names()}, else the path of a folder; a
   *     folder called like a bundled night is meant by {@code ./name}
   * @throws UserError when there is no such night, or it is malformed
   */
  public static RecordedNight open(String nameOrFolder) {
    if (BundledNights.names().contains(nameOrFolder)) {
      return BundledNights.open(nameOrFolder);
    }
    Path folder = Path.of(nameOrFolder);
    if (Files.exists(folder)) {
      return NightFolder.read(folder);
    }
    throw new UserError(
        "There is no night '"
            + nameOrFolder
            + "'; give the folder of one, or a name: "
            + String.join(", ", BundledNights.names())
            + ".");
  }
}
