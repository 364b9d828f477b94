package electionnight.producer.importer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import electionnight.cli.UserError;
import electionnight.domain.Hex;
import electionnight.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A hexagon cartogram in HexJSON. */
final class HexMap {
  private static final String LAYOUT = "odd-r";

  private HexMap() {}

  /** The cells of a map, by the code that the file gives them. */
  static Map<String, Hex> read(Path file) {
    JsonNode root = json(file);
    if (!root.path("layout").asText().equals(LAYOUT) || !root.path("hexes").isObject()) {
      throw new UserError(file + " is not HexJSON of the layout '" + LAYOUT + "' with 'hexes'.");
    }
    Map<String, Hex> cells = new HashMap<>();
    Map<Hex, String> taken = new HashMap<>();
    root.path("hexes")
        .properties()
        .forEach(
            cell -> {
              Hex hex = new Hex(number(file, cell, "q"), number(file, cell, "r"));
              String other = taken.put(hex, cell.getKey());
              if (other != null) {
                throw new UserError(
                    file + ": " + other + " and " + cell.getKey() + " are in the same place.");
              }
              cells.put(cell.getKey(), hex);
            });
    return cells;
  }

  private static int number(Path file, Map.Entry<String, JsonNode> cell, String coordinate) {
    JsonNode value = cell.getValue().path(coordinate);
    if (!value.isInt()) {
      throw new UserError(
          file + ", cell " + cell.getKey() + ": '" + coordinate + "' is not a whole number.");
    }
    return value.intValue();
  }

  private static JsonNode json(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError("There is no map file " + file + ".");
    }
    try {
      return Json.shared().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new UserError(
          file
              + (e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr())
              + ": it is not JSON.",
          e);
    } catch (IOException e) {
      throw new UserError("The map file " + file + " cannot be read.", e);
    }
  }
}
