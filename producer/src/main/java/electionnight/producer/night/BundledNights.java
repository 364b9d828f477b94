package electionnight.producer.night;

import electionnight.cli.UserError;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The nights shipped inside the product. */
public final class BundledNights {
  private static final String ROOT = "/nights/";

  private BundledNights() {}

  /** Their names, which are also their election ids, in the order in which they are offered. */
  public static List<String> names() {
    // A jar cannot list its own folders in a portable way, so the list is a file.
    return new String(Resources.bytes(ROOT + "index.txt"), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /**
   * Opens one of them.
   *
   * @throws UserError when there is none of that name
   */
  public static RecordedNight open(String name) {
    if (!names().contains(name)) {
      throw new UserError(
          "There is no bundled night '" + name + "', only " + String.join(", ", names()) + ".");
    }
    return new NightReader(name, file -> Resources.find(ROOT + name + "/" + file)).read();
  }
}
