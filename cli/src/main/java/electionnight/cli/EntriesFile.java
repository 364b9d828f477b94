package electionnight.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import electionnight.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A JSON list that people write, each entry with an {@code id} of its own. Secrets are beside it,
 * in files or in the environment, so that it can be shown around.
 *
 * @param path where it is
 * @param noun what an entry is called, such as {@code endpoint}
 * @param environment the value of a variable, or null where it is not set
 * @param harmless makes of a field and its wrong value, in JSON, what may be told of the value
 */
public record EntriesFile(
    Path path, String noun, UnaryOperator<String> environment, BinaryOperator<String> harmless) {

  /**
   * Reads all entries.
   *
   * @throws UserError when the file cannot be read, is no such list, or an entry is wrong
   */
  public <T> List<T> read(Function<Entry, T> reader) {
    JsonNode tree = tree();
    if (!tree.isArray() || tree.isEmpty()) {
      throw new UserError(this + " holds no list of " + noun + "s.");
    }
    List<T> values = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : tree) {
      Entry entry = new Entry(this, values.size() + 1, node);
      values.add(reader.apply(entry));
      if (!ids.add(entry.text(Entry.ID))) {
        throw entry.wrong(Entry.ID, "an id that no other " + noun + " has");
      }
    }
    return values;
  }

  private JsonNode tree() {
    try {
      return Json.shared().readTree(Files.readAllBytes(path));
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new UserError(this + " is no JSON" + place + ".", e);
    } catch (IOException e) {
      throw new UserError(this + " cannot be read.", e);
    }
  }

  /** As a sentence begins that is about it. */
  @Override
  public String toString() {
    return "The " + noun + "s file " + path;
  }
}
